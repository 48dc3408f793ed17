import { useEffect, useRef, useState } from 'preact/hooks';
import type { DirectLineActivity } from '../../contract/direct-line';
import type { Texts } from '../../contract/texts';
import type { ConnectionState, DirectLineClient } from './direct-line-client';
import { connect } from './direct-line-client';

export type WidgetLanguage = keyof Texts;

const LANGUAGE_NAMES: Readonly<Record<WidgetLanguage, string>> = {
  ko: '한국어',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};

/** The citizen's chat: a log, the choices of the last message as buttons, and a field to write in. */
export function Chat({ texts, initial }: { texts: Texts; initial: WidgetLanguage }) {
  const [language, setLanguage] = useState(initial);
  const [activities, setActivities] = useState<readonly DirectLineActivity[]>([]);
  const [state, setState] = useState<ConnectionState>('connecting');
  const client = useRef<DirectLineClient | undefined>(undefined);
  const say = (key: string): string => texts[language][key] ?? key;

  useEffect(() => {
    void connect(initial, {
      onState: setState,
      onActivities: (more) => {
        setActivities((all) => [...all, ...more.filter(({ id }) => !all.some((known) => known.id === id))]);
        const spoken = more.findLast(
          ({ from, locale }) => from.role === 'bot' && locale !== undefined,
        )?.locale;
        if (spoken !== undefined && spoken in texts) setLanguage(spoken as WidgetLanguage);
      },
    }).then((connected) => {
      client.current = connected;
    });
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = (next: WidgetLanguage): void => {
    setLanguage(next);
    void client.current?.send({ type: 'event', name: 'dadam.language', value: next });
  };
  const send = async (text: string): Promise<boolean> =>
    (await client.current?.send({ type: 'message', text })) ?? false;
  const messages = activities.filter(({ type, text }) => type === 'message' && text !== undefined);
  return (
    <main class="desk">
      <header>
        <h1>{say('title')}</h1>
        <LanguageChoice label={say('language')} language={language} onChoose={choose} />
      </header>
      <p class="intro">{say('intro')}</p>
      <Log messages={messages} say={say} />
      <Choices messages={messages} label={say('choices')} onChoose={(text) => void send(text)} />
      <p class="state" role="status">
        {state === 'online' ? '' : say(state === 'connecting' ? 'connecting' : 'offline')}
      </p>
      <Composer say={say} disabled={state === 'connecting'} onSend={send} />
      <p class="emergency">{say('emergency')}</p>
    </main>
  );
}

function LanguageChoice(props: {
  label: string;
  language: WidgetLanguage;
  onChoose: (language: WidgetLanguage) => void;
}) {
  return (
    <label class="language">
      <span>{props.label}</span>
      <select
        value={props.language}
        onChange={(event) => props.onChoose(event.currentTarget.value as WidgetLanguage)}
      >
        {Object.entries(LANGUAGE_NAMES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Log({ messages, say }: { messages: readonly DirectLineActivity[]; say: (key: string) => string }) {
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [messages.length]);
  return (
    <div class="log" role="log" aria-label={say('log')} tabIndex={0}>
      <ol>
        {messages.map(({ id, from, text, locale }, i) => (
          <li
            key={id}
            class={from.role === 'bot' ? 'bot' : 'citizen'}
            ref={i === messages.length - 1 ? end : null}
          >
            <span class="who">{say(from.role === 'bot' ? 'desk' : 'you')}</span>
            <p lang={locale}>{text}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Only the last message's choices are open; once it is answered they are gone. */
function Choices(props: {
  messages: readonly DirectLineActivity[];
  label: string;
  onChoose: (text: string) => void;
}) {
  const actions = props.messages.at(-1)?.suggestedActions?.actions ?? [];
  if (actions.length === 0) return null;
  return (
    <div class="choices" role="group" aria-label={props.label}>
      {actions.map(({ title, value }) => (
        <button key={title} type="button" onClick={() => props.onChoose(value)}>
          {title}
        </button>
      ))}
    </div>
  );
}

function Composer(props: {
  say: (key: string) => string;
  disabled: boolean;
  onSend: (text: string) => Promise<boolean>;
}) {
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const { say } = props;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    const sent = await props.onSend(text);
    setFailed(!sent);
    if (sent) setText('');
  };
  return (
    <form class="composer" onSubmit={(event) => void submit(event)}>
      <label>
        <span class="hidden">{say('input')}</span>
        <textarea
          rows={2}
          maxLength={10_000}
          value={text}
          placeholder={say('placeholder')}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter sends; while a syllable is being composed it only ends the syllable.
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void submit(event);
          }}
        />
      </label>
      <button type="submit" disabled={props.disabled}>
        {say('send')}
      </button>
      {failed && (
        <p role="alert" class="failed">
          {say('not-sent')}
        </p>
      )}
    </form>
  );
}
