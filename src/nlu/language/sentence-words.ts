/** Endings and particles that make Korean words a sentence. */
const KOREAN =
  /(?:요|니다|니까|까요|죠|는데|어서|아서|해서|라서|고요|구요|네|음|함|에서|에게|에는|한테|까지|부터|으로|이랑|하고|지만|면서|려고|는지|을|를|은|는|있다|없다|했다|됐다|된다|한다|인가|잖아|거든|세|줘|나|냐|다고)$/u;

/** Particles, pronouns, verbs of every sentence, in either script. */
const CHINESE =
  /[的了吗嗎呢吧着著在是有没沒不我你您他她们們这這那哪谁誰请請把被给給很都也还還就才会會能要想唔係喺嘅咗冇]|怎[么麼样樣]|什[么麼]|[好太]+[脏髒臭吵多暗]/u;

const ENGLISH = new Set(
  (
    'the a an is are was were be been am i my me we our us you your it its this that these those there here to of in ' +
    'on at for with from and or but not no can cannot could please how where when what why who which do does did ' +
    "don't doesn't isn't can't have has had will would should need want near every everywhere very so too again " +
    'still all any some by about into out up down after before since until if because help broken dirty bad smells'
  ).split(' '),
);

/** Whether a run of letters holds what makes a sentence of words, not a mere name or noun. */
export function holdsSentence(text: string, language: 'ko' | 'zh' | 'en'): boolean {
  if (language === 'ko') return text.length > 1 && KOREAN.test(text);
  return language === 'zh' ? CHINESE.test(text) : ENGLISH.has(text.toLowerCase());
}
