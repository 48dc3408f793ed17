import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CaseDetail, CaseSummary } from '../../contract/console';
import { getCase, listCases, login, logout, me } from './api';
import { CaseView } from './case-view';
import type { Say } from './format';
import { shortTime } from './format';

/** The agents' console: log in, see the cases, look at one with its reasons and its conversation. */
export function Console({ say }: { say: Say }) {
  const [agent, setAgent] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    me().then(
      ({ name }) => setAgent(name),
      () => setAgent(null),
    );
  }, []);
  if (agent === undefined) return null;
  if (agent === null) return <Login say={say} onLogin={setAgent} />;
  return <Desk say={say} agent={agent} onLogout={() => void logout().finally(() => setAgent(null))} />;
}

function Login({ say, onLogin }: { say: Say; onLogin: (name: string) => void }) {
  const [failed, setFailed] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { elements } = event.currentTarget as HTMLFormElement;
    const field = (name: string): string => (elements.namedItem(name) as HTMLInputElement).value;
    login(field('name'), field('password')).then(
      ({ name }) => onLogin(name),
      () => setFailed(true),
    );
  };
  return (
    <main class="login">
      <h1>{say('title')}</h1>
      <form onSubmit={submit}>
        <label>
          {say('name')}
          <input name="name" autocomplete="username" required />
        </label>
        <label>
          {say('password')}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        {failed && <p role="alert">{say('login-failed')}</p>}
        <button type="submit">{say('login')}</button>
      </form>
    </main>
  );
}

const REFRESH_MS = 5_000;

function Desk({ say, agent, onLogout }: { say: Say; agent: string; onLogout: () => void }) {
  const [cases, setCases] = useState<readonly CaseSummary[]>([]);
  const [shown, setShown] = useState<CaseDetail | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  const refresh = useCallback(() => {
    listCases().then(({ cases: fresh }) => {
      setCases(fresh);
      setFailed(false);
    }, fail);
  }, []);
  useEffect(() => {
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <main class="console">
      <header>
        <h1>{say('title')}</h1>
        <span>{agent}</span>
        <button type="button" onClick={refresh}>
          {say('refresh')}
        </button>
        <button type="button" onClick={onLogout}>
          {say('logout')}
        </button>
      </header>
      {failed && <p role="alert">{say('failed')}</p>}
      <nav aria-label={say('cases')}>
        <CaseTable
          say={say}
          cases={cases}
          chosen={shown?.receipt}
          onChoose={(receipt) => void getCase(receipt).then(setShown, fail)}
        />
      </nav>
      {shown ? <CaseView say={say} shown={shown} /> : <p class="empty">{say('choose')}</p>}
    </main>
  );
}

function CaseTable(props: {
  say: Say;
  cases: readonly CaseSummary[];
  chosen: string | undefined;
  onChoose: (receipt: string) => void;
}) {
  const { say, cases } = props;
  if (cases.length === 0) return <p class="empty">{say('empty')}</p>;
  return (
    <table>
      <caption>{say('cases')}</caption>
      <thead>
        <tr>
          {['receipt', 'service', 'place', 'department', 'status', 'due'].map((column) => (
            <th key={column} scope="col">
              {say(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cases.map((row) => (
          <tr key={row.receipt} aria-current={row.receipt === props.chosen ? 'true' : undefined}>
            <th scope="row">
              <button type="button" onClick={() => props.onChoose(row.receipt)}>
                {row.receipt}
              </button>
            </th>
            <td>{row.service}</td>
            <td>{row.place}</td>
            <td>{row.department}</td>
            <td>{say(`status.${row.status}`)}</td>
            <td>{shortTime(row.due)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
