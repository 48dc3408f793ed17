import type { Reply } from '../../src/app/ports/conversation';
import { nextAnswer, receiptIn } from '../support/conversation-driver';
import { choicesOf, testDesk, textOf } from '../support/desk';

const desk = testDesk();
let conversations = 0;
const somebody = (locale?: string) => desk.citizen(`conversation-${++conversations}`, locale);

type Say = (text: string) => Promise<readonly Reply[]>;

async function fileIt(say: Say, first: string, yes: string, skip: string): Promise<string> {
  let replies = await say(first);
  for (let turn = 0; turn < 6; turn++) {
    const said = textOf(replies);
    const receipt = receiptIn(said);
    if (receipt !== undefined) return receipt;
    replies = await say(nextAnswer(choicesOf(replies), yes, skip));
  }
  throw new Error(`no receipt: ${textOf(replies)}`);
}

const caseOf = async (receipt: string) => desk.store.caseByReceipt(receipt as never);

describe('conversation', () => {
  it.each([
    [
      '강남역 11번 출구 앞에 킥보드가 점자블록을 막고 있어요',
      '네',
      '잘 모르겠어요',
      'kickboard-parking',
      'seoul.pedestrian-bicycle',
    ],
    [
      '대림동 골목에 쓰레기를 3일째 안 가져가요',
      '네',
      '잘 모르겠어요',
      'missed-collection',
      'yeongdeungpo-gu.cleaning',
    ],
    ['大林洞的垃圾三天没人收了', '是', '不清楚', 'missed-collection', 'yeongdeungpo-gu.cleaning'],
    ['大林洞的垃圾三天沒人收了', '是', '不清楚', 'missed-collection', 'yeongdeungpo-gu.cleaning'],
    [
      'The street light in front of Itaewon fire station is out',
      'Yes',
      'I don’t know',
      'streetlight',
      'yongsan-gu.road',
    ],
  ])('files %p', async (text, yes, skip, service, department) => {
    const receipt = await fileIt(await somebody(), text, yes, skip);
    expect(await caseOf(receipt)).toMatchObject({
      service,
      department,
      status: 'assigned',
      description: text,
    });
  });

  it('tells the district of a kickboard that the city is in charge of', async () => {
    const receipt = await fileIt(
      await somebody(),
      '강남역 11번 출구 앞에 킥보드가 점자블록을 막고 있어요',
      '네',
      '잘 모르겠어요',
    );
    expect(await caseOf(receipt)).toMatchObject({ coDepartments: ['gangnam-gu.traffic'] });
    const departments = (await desk.store.claimOutbox(desk.clock.now(), desk.clock.now(), 1_000)).map(
      (row) => row.department,
    );
    expect(departments).toEqual(expect.arrayContaining(['seoul.pedestrian-bicycle', 'gangnam-gu.traffic']));
  });

  it('asks which Sinsa-dong is meant', async () => {
    const say = await somebody();
    let replies = await say('신사동 하수구가 막혔어요');
    if (choicesOf(replies).includes('네')) replies = await say('네');
    expect(choicesOf(replies)).toEqual(
      expect.arrayContaining(['강남구 신사동', '은평구 신사동', '관악구 신사동']),
    );
    expect(textOf(await say('은평구 신사동'))).toContain('은평구 신사동');
  });

  it.each([
    ['안녕하세요', /다담입니다/],
    ['asdf', /./],
    ['请转人工', /人工客服/],
    ['', /글만/],
    ['😀😀', /./],
    ['<script>alert(1)</script>', /./],
  ])('makes no case of %p', async (text, answer) => {
    const say = await somebody();
    const replies = await say(text);
    expect(textOf(replies)).toMatch(answer);
    expect(
      await desk.store.transaction((tx) => tx.casesOfConversation(`conversation-${conversations}`)),
    ).toEqual([]);
  });

  it('answers in the language and script it is spoken to', async () => {
    expect(textOf(await (await somebody())('請問有人嗎，你好'))).toContain('負責單位');
    expect(textOf(await (await somebody())('您好，请问有人吗'))).toContain('负责部门');
    expect(textOf(await (await somebody())('hello there'))).toContain('complaint desk');
  });

  it('keeps traditional Chinese for words that both scripts share', async () => {
    const say = await somebody('zh-TW');
    expect(textOf(await say('你好'))).toContain('負責單位');
  });

  it('changes the place when the citizen corrects it before filing', async () => {
    const say = await somebody();
    let replies = await say('역삼동 736번지 앞 가로등이 고장났어요');
    while (!textOf(replies).includes('이렇게 접수할까요')) {
      replies = await say(choicesOf(replies).includes('네') ? '네' : '잘 모르겠어요');
    }
    expect(textOf(replies)).toContain('강남구 도로과');
    expect(textOf(await say('아니 강남구 말고 서초구 서초동이에요'))).toContain('서초구');
  });

  it('takes neither yes nor no for a place or a plate', async () => {
    const say = await somebody();
    await say('길에 고양이가 죽어 있어요');
    await say('관악구 봉천동');
    expect(textOf(await say('네'))).not.toContain('(네)');
    const passenger = await somebody();
    await passenger('강남역에서 탄 택시가 요금을 두 배로 받았어요 승차거부도 하고');
    expect(textOf(await passenger('네'))).toContain('차량 번호');
    expect(textOf(await passenger('서울 33바 1234'))).toContain('강남구 역삼동 강남역');
  });

  it('knows "I don’t know" with and without its apostrophe', async () => {
    for (const words of ['i dont know', 'I don’t know', "I don't know"]) {
      const say = await somebody('en');
      await say('street light out');
      await say('Gangnam');
      expect(textOf(await say(words))).toContain('Shall I file this?');
    }
  });

  it('asks what to change when the citizen says no, and keeps the rest', async () => {
    const say = await somebody();
    await say('가로등이 꺼졌어요 종로구 혜화동 로터리 앞');
    expect(choicesOf(await say('아니요'))).toEqual(['민원 종류', '장소', '접수 취소']);
    await say('장소');
    expect(textOf(await say('홍대입구역 9번 출구'))).toMatch(/가로등[^]*마포구/);
  });

  it('changes the language in the middle of a question and goes on', async () => {
    const say = await somebody();
    await say('가로등 꺼짐');
    expect(textOf(await say('Speak English please'))).toBe('I will continue in English.');
    expect(textOf(await say('Gangnam station exit 3'))).toContain('Matter: Street light out');
  });

  it('takes a place for a yes to the matter', async () => {
    const say = await somebody('en');
    let replies = await say('huge pothole!!');
    if (choicesOf(replies).includes('Yes')) replies = await say('Teheran-ro near Yeoksam station');
    expect(textOf(replies)).toMatch(/Gangnam-gu Road Division|Where/);
  });

  it('puts a misunderstood message differently once, then offers a person, then fetches one', async () => {
    const say = await somebody();
    expect(textOf(await say('qwxz'))).not.toContain('상담원에게 연결');
    await say('zxqw');
    await say('wqzx');
    const replies = await say('xzwq');
    const owner = (await desk.store.conversation(`conversation-${conversations}`))?.owner;
    expect(['bot', 'waiting']).toContain(owner);
    expect(textOf(replies)).not.toBe('');
  });

  it('hands over with an event, stays silent for services, and comes back', async () => {
    const say = await somebody();
    const replies = await say('상담원');
    expect(replies).toContainEqual(expect.objectContaining({ type: 'event', name: 'handoff.initiate' }));
    expect(await desk.store.conversation(`conversation-${conversations}`)).toMatchObject({
      owner: 'waiting',
    });
    expect(textOf(await say('가로등이 나갔어요'))).toContain('기다리는 중');
    expect(textOf(await say('취소'))).toContain('다시 제가');
    expect(await desk.store.conversation(`conversation-${conversations}`)).toMatchObject({ owner: 'bot' });
  });

  it('answers danger first, also in the middle of a complaint', async () => {
    const say = await somebody();
    await say('대림동 골목에 쓰레기를 3일째 안 가져가요');
    expect(textOf(await say('지금 옆집에 불이 났어요 사람이 갇혔어요'))).toContain('119');
    expect(textOf(await (await somebody())('help someone collapsed and is not breathing'))).toContain('119');
    expect(textOf(await (await somebody())('有人要跳楼，快来人'))).toContain('119');
  });

  it.each([
    '공사장 소음 때문에 그러는데 지금 인부가 떨어져서 피를 많이 흘려요',
    '人行道的砖松了没人修，刚才有个老人绊倒了，头在流血叫不醒',
    'The street light is out and a man is lying there, he is not breathing',
  ])('names 119 first where a danger is told within a complaint: %p', async (text) => {
    const replies = await (await somebody())(text);
    expect(textOf(replies.slice(0, 1))).toContain('119');
  });

  it('tells whom to turn to where the city is not in charge', async () => {
    const say = await somebody();
    let replies = await say('오토바이가 인도로 난폭운전을 해요 신호도 안 지켜요');
    if (choicesOf(replies).includes('네')) replies = await say('네');
    expect(textOf(replies)).toContain('112');
  });

  it('tells how far a case is by its number, and by asking', async () => {
    const say = await somebody();
    const receipt = await fileIt(say, '大林洞的垃圾三天没人收了', '是', '不清楚');
    expect(textOf(await say(receipt))).toContain('正在转交负责部门');
    expect(textOf(await say('我的投诉处理得怎么样了'))).toContain(receipt);
    expect(textOf(await (await somebody('en'))('2026-0312-99999-0'))).not.toContain('undefined');
  });

  it('keeps a registration number out of everything it stores', async () => {
    const say = await somebody();
    const text = '대림동 골목에 쓰레기를 3일째 안 가져가요 제 주민번호는 900101-1234567';
    const receipt = await fileIt(say, text, '네', '잘 모르겠어요');
    const stored = JSON.stringify([
      await caseOf(receipt),
      await desk.store.activitiesAfter(`conversation-${conversations}`, 0),
      await desk.store.conversation(`conversation-${conversations}`),
    ]);
    expect(stored).not.toContain('1234567');
    expect(stored).toContain('[id-number]');
  });

  it('keeps a plate for the department, but out of the trace', async () => {
    const say = await somebody();
    let replies = await say('강남역에서 탄 택시가 요금을 두 배로 받았어요 승차거부도 하고');
    for (let turn = 0; receiptIn(textOf(replies)) === undefined && turn < 6; turn++) {
      const plateIsAsked = textOf(replies).startsWith('차량 번호');
      replies = await say(
        plateIsAsked ? '서울 33바 1234' : nextAnswer(choicesOf(replies), '네', '잘 모르겠어요'),
      );
    }
    const filed = await caseOf(receiptIn(textOf(replies)) ?? '');
    expect(filed).toMatchObject({ service: 'taxi-complaint', answers: { 'plate-number': '서울 33바 1234' } });
    expect(JSON.stringify(filed?.trace)).not.toContain('1234');
  });

  it('answers a message that was sent twice once', async () => {
    const say = await somebody();
    expect(await say('안녕하세요', 'client-1')).toHaveLength(1);
    expect(await say('안녕하세요', 'client-1')).toEqual([]);
    expect(await desk.store.activitiesAfter(`conversation-${conversations}`, 0)).toHaveLength(2);
  });
});
