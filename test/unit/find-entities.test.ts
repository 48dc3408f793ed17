import fc from 'fast-check';
import type { Entity } from '../../src/domain/entity/entity';
import { receiptNumber } from '../../src/domain/case/receipt-number';
import { entityFinder } from '../../src/nlu/entities/find-entities';

const entities = entityFinder();
/** A Thursday. */
const at = new Date('2026-03-12T10:00:00+09:00');
const found = (text: string): readonly Entity[] => entities.find(text, at);
const values = (text: string, kind: Entity['kind']): unknown[] =>
  found(text)
    .filter((entity) => entity.kind === kind)
    .map(({ value }) => value);

describe('times', () => {
  it.each([
    ['어제 밤 11시쯤 시끄러웠어요', '2026-03-11T23:00:00+09:00'],
    ['어제 밤 2시에', '2026-03-12T02:00:00+09:00'],
    ['오늘 새벽 2시 반', '2026-03-12T02:30:00+09:00'],
    ['3월 5일 오후 3시에', '2026-03-05T15:00:00+09:00'],
    ['2026.3.5. 14:30', '2026-03-05T14:30:00+09:00'],
    ['12월 24일에', '2025-12-24T00:00:00+09:00'],
    ['이틀 전 저녁에', '2026-03-10T18:00:00+09:00'],
    ['지난주 화요일', '2026-03-03T00:00:00+09:00'],
    ['월요일에', '2026-03-09T00:00:00+09:00'],
    ['11시쯤', '2026-03-11T23:00:00+09:00'],
    ['昨天凌晨两点', '2026-03-11T02:00:00+09:00'],
    ['昨天晚上11點', '2026-03-11T23:00:00+09:00'],
    ['前天凌晨兩點', '2026-03-10T02:00:00+09:00'],
    ['半小时前', '2026-03-12T09:30:00+09:00'],
    ['兩個小時前', '2026-03-12T08:00:00+09:00'],
    ['上周一', '2026-03-02T00:00:00+09:00'],
    ['禮拜六早上', '2026-03-07T06:00:00+09:00'],
    ['上个月', '2026-02-01T00:00:00+09:00'],
    ['yesterday around 11pm', '2026-03-11T23:00:00+09:00'],
    ['last night', '2026-03-11T21:00:00+09:00'],
    ['3 days ago around 9 pm', '2026-03-09T21:00:00+09:00'],
    ['half an hour ago', '2026-03-12T09:30:00+09:00'],
    ['on 5 May', '2025-05-05T00:00:00+09:00'],
  ])('reads %p', (text, from) => {
    expect(values(text, 'time')).toMatchObject([{ from, ongoing: false }]);
  });

  it.each([
    ['3일째 안 가져가요', '2026-03-09T00:00:00+09:00'],
    ['며칠 전부터', '2026-03-09T00:00:00+09:00'],
    ['3시간 전부터 물이 안 나와요', '2026-03-12T07:00:00+09:00'],
    ['三天没人收', '2026-03-09T00:00:00+09:00'],
    ['這兩個星期', '2026-02-26T00:00:00+09:00'],
    ['for 2 weeks', '2026-02-26T00:00:00+09:00'],
    ['since last Monday', '2026-03-09T00:00:00+09:00'],
    ['for the past three days', '2026-03-09T00:00:00+09:00'],
  ])('knows that %p still goes on', (text, from) => {
    expect(values(text, 'time')).toMatchObject([{ from, ongoing: true }]);
  });

  it.each([
    ['매일 밤 11시 이후에', { every: 'day', after: '23:00' }],
    ['지난주 월요일부터 매일', { every: 'day' }],
    ['매주 토요일 밤', { every: 'week', weekdays: [6], after: '21:00' }],
    ['주말마다', { every: 'weekend' }],
    ['每晚十一点以后', { every: 'day', after: '23:00' }],
    ['every night after 11', { every: 'day', after: '23:00' }],
    ['every Saturday', { every: 'week', weekdays: [6] }],
    ['on weekends', { every: 'weekend' }],
  ])('knows what repeats in %p', (text, recurrence) => {
    expect(values(text, 'time')).toMatchObject([{ recurrence }]);
  });

  it('reads from when to when', () => {
    expect(values('오전 9시부터 오후 6시까지', 'time')).toMatchObject([
      { from: '2026-03-12T09:00:00+09:00', to: '2026-03-12T18:00:00+09:00' },
    ]);
  });

  it.each(['강남역 3번 출구', '서울시청', '가로등 전체', 'bus stop at exit 3', '병원에서', '시간이 없어요'])(
    'finds no time in %p',
    (text) => {
      expect(values(text, 'time')).toEqual([]);
    },
  );
});

describe('numbers', () => {
  it.each<[string, Entity['kind'], unknown]>([
    ['12가3456 차량', 'plate', '12가3456'],
    ['서울 12 가 3456', 'plate', '서울12가3456'],
    ['010-1234-5678로 연락주세요', 'phone', '+821012345678'],
    ['+86 138 0013 8000', 'phone', '+8613800138000'],
    [`접수번호 ${receiptNumber('2026-03-12', 42)}`, 'receipt-number', receiptNumber('2026-03-12', 42)],
    ['따릉이 SPB-12345', 'device-number', 'SPB-12345'],
    ['가로등 번호 12-345', 'device-number', '12-345'],
    ['146번 버스', 'bus', '146'],
    ['N26 버스', 'bus', 'N26'],
    ['146路公車', 'bus', '146'],
    ['bus 146', 'bus', '146'],
    ['地铁2号线', 'subway-line', '2호선'],
    ['line 2', 'subway-line', '2호선'],
    ['신분당선', 'subway-line', '신분당선'],
    ['3만 5천원', 'money', 35_000],
    ['12,000원', 'money', 12_000],
    ['₩5000', 'money', 5_000],
    ['3萬韓幣', 'money', 30_000],
    ['두 마리', 'count', 2],
    ['三辆车', 'count', 3],
    ['5 times', 'count', 5],
  ])('reads %p as %s', (text, kind, value) => {
    expect(values(text, kind)).toEqual([value]);
  });

  it.each(['02-120에 전화', '119', '101동 3호 1234', '30대 남자', '3번 출구', '3호 1234'])(
    'takes %p for no plate, phone or count',
    (text) => {
      expect(found(text).filter(({ kind }) => ['plate', 'phone', 'count'].includes(kind))).toEqual([]);
    },
  );

  it('says where in the citizen’s own text each was found, also in full-width and decomposed characters', () => {
    const text = `${'가'.normalize('NFD')} １２가３４５６ ﬁ 어제`;
    expect(found(text).map((entity) => entity.text)).toEqual(['１２가３４５６', '어제']);
    for (const { start, end, text: named } of found(text)) expect(text.slice(start, end)).toBe(named);
  });

  it('gives a valid result for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        let last = 0;
        for (const { start, end, text: named } of found(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(named);
          last = end;
        }
      }),
      { seed: 120 },
    );
  });
});
