import { maskPersonalData, maskSecrets } from '../../src/domain/privacy/mask-personal-data';

describe('masking of personal data', () => {
  it.each([
    ['주민번호 900101-1234567 입니다', '[id-number]'],
    ['외국인등록번호 9001015234567', '[id-number]'],
    ['９００１０１－１２３４５６７', '[id-number]'],
    ['제 번호는 010-1234-5678이에요', '[phone]'],
    ['call +82 10 1234 5678 please', '[phone]'],
    ['02)123-4567로 연락', '[phone]'],
    ['010.1234.5678', '[phone]'],
    ['12가3456 차량', '[plate]'],
    ['서울 12가 3456', '[plate]'],
    ['123하4567 세워 놓음', '[plate]'],
    ['write to kim.chulsoo@example.co.kr', '[email]'],
    ['card 4111 1111 1111 1111', '[card]'],
  ])('hides what is personal in %p', (text, label) => {
    const masked = maskPersonalData(text);
    expect(masked).toContain(label);
    expect(masked).not.toMatch(/\d{4}/);
  });

  it.each([
    '접수번호 2026-0312-00042-7',
    '강남구 역삼동 736-1',
    '버스 2412번',
    '서울 3호선 120',
    '30년 동안 10일마다',
  ])('leaves %p alone', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('keeps a plate where a department needs it, but never a registration number', () => {
    expect(maskSecrets('12가3456 차주 900101-1234567')).toBe('12가3456 차주 [id-number]');
  });
});
