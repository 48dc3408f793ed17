import type { ContentProblem } from '../../src/content/problem';
import { loadGazetteer } from '../../src/content/load-gazetteer';
import { placeResolver } from '../../src/nlu/place/resolve-place';
import { projectDir } from '../support/folders';

const problems: ContentProblem[] = [];
const places = placeResolver(loadGazetteer(projectDir, problems));
const guOf = (text: string): string => {
  const found = places.resolve(text);
  if (found.kind === 'found') return found.place.gu;
  return found.kind === 'ambiguous'
    ? found.candidates
        .map(({ gu }) => gu)
        .sort()
        .join('|')
    : found.kind;
};

describe('place', () => {
  it.each([
    ['강남역 11번 출구 앞에 킥보드가 있어요', '강남구'],
    ['강남역 10번출구 쓰레기', '서초구'],
    ['Gangnam station exit 10', '서초구'],
    ['江南站10号出口', '서초구'],
    ['대림동 골목에 쓰레기를 3일째 안 가져가요', '영등포구'],
    ['大林洞的垃圾三天没人收了', '영등포구'],
    ['永登浦區的路燈壞了', '영등포구'],
    ['The street light in front of Itaewon fire station is out', '용산구'],
    ['강남구 신사동 하수구', '강남구'],
    ['은평구신사동에서', '은평구'],
    ['서울시강남구역삼동 골목', '강남구'],
    ['near Kangnam', '강남구'],
    ['Yongdungpo market', '영등포구'],
    ['Hongdae 쓰레기 everywhere', '마포구'],
    ['弘大附近', '마포구'],
    ['강남구 말고 서초구예요', '서초구'],
    ['不是江南区，是瑞草区', '서초구'],
    ['송파구청 앞 도로', '송파구'],
  ])('finds the district of %p', (text, gu) => {
    expect(guOf(text)).toBe(gu);
  });

  it.each([
    ['신사동 하수구가 막혔어요', '강남구|관악구|은평구'],
    ['신정동인데요', '마포구|양천구'],
  ])('keeps %p ambiguous', (text, gu) => {
    expect(guOf(text)).toContain(gu.split('|')[0]);
    expect(places.resolve(text).kind).toBe('ambiguous');
  });

  it.each([
    '안녕하세요',
    '홍길동이라고 합니다',
    '방화범 같아요',
    '가로등이 나갔어요',
    'asdf',
    '상수도가 터졌어요',
    '路灯坏了',
  ])('sees no place in %p', (text) => {
    expect(places.resolve(text)).toEqual({ kind: 'none' });
  });

  it('keeps the exit in the label and calls it a spot', () => {
    expect(places.resolve('강남역 11번 출구')).toMatchObject({
      place: { label: '강남역 11번 출구', precision: 'spot' },
    });
  });

  it('says that a dong alone is not a spot', () => {
    expect(places.resolve('대림동 골목')).toMatchObject({
      place: { precision: 'dong', dong: '대림동', label: '대림동' },
    });
  });

  it('tells a station beyond Seoul', () => {
    expect(places.resolve('수원역 앞 쓰레기')).toEqual({ kind: 'outside', where: '수원시' });
  });

  it('reads the gazetteer without a problem', () => {
    expect(problems).toEqual([]);
  });
});
