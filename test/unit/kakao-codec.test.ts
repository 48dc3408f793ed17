import { LIMITS, toSkillResponse } from '../../src/channels/kakao/codec';

describe('Kakao answer', () => {
  it('keeps to the limits, whatever the bot says', () => {
    const action = {
      title: '아주 긴 이름의 민원 종류를 고르는 단추입니다',
      value: '아주 긴 이름의 민원 종류를 고르는 단추입니다',
    };
    const messages = Array.from({ length: 9 }, (_, i) => ({
      text: `${i} ${'가'.repeat(1_500)}`,
      suggestedActions: Array.from({ length: 15 }, () => action),
    }));
    const { version, template } = toSkillResponse(messages);
    expect(version).toBe('2.0');
    expect(template.outputs).toHaveLength(LIMITS.outputs);
    expect(template.outputs.at(-1)?.simpleText.text).toMatch(/^8 /);
    for (const { simpleText } of template.outputs)
      expect([...simpleText.text].length).toBeLessThanOrEqual(LIMITS.text);
    expect(template.quickReplies).toHaveLength(LIMITS.quickReplies);
    for (const reply of template.quickReplies ?? []) {
      expect([...reply.label].length).toBeLessThanOrEqual(LIMITS.label);
      expect(reply.messageText).toBe(action.value);
    }
    expect(Buffer.byteLength(JSON.stringify({ version, template }))).toBeLessThan(LIMITS.bytes);
  });

  it('joins short messages beyond the third instead of dropping them', () => {
    const { template } = toSkillResponse(['one', 'two', 'three', 'four'].map((text) => ({ text })));
    expect(template.outputs.map(({ simpleText }) => simpleText.text)).toEqual([
      'one\n\ntwo',
      'three',
      'four',
    ]);
  });

  it('is valid even where there is nothing to say', () => {
    expect(toSkillResponse([]).template.outputs).toHaveLength(1);
  });
});
