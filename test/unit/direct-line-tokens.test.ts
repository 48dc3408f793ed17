import { tokenSigner } from '../../src/channels/direct-line/tokens';

describe('Direct Line token', () => {
  const signer = tokenSigner('key');
  const claims = { purpose: 'conversation' as const, conversationId: 'c', userId: 'u', expires: 1_000 };

  it('is taken until it expires, from the one who signed it only', () => {
    const token = signer.sign(claims);
    expect(signer.check(token, new Date(999))).toEqual({ kind: 'valid', claims });
    expect(signer.check(token, new Date(1_000))).toEqual({ kind: 'expired' });
    expect(tokenSigner('other').check(token, new Date(0))).toEqual({ kind: 'invalid' });
  });

  it.each(['', 'a.b', '.', 'a', '한글.한글'])('refuses %p', (token) => {
    expect(signer.check(token, new Date(0))).toEqual({ kind: 'invalid' });
  });
});
