import type { ComponentChildren } from 'preact';
import type { CaseDetail, TraceLine } from '../../contract/console';
import type { Say } from './format';
import { CorrectService } from './correct-service';
import { shortTime } from './format';

/** One case: what was said, where it went and why, what has happened. */
export function CaseView({ say, shown }: { say: Say; shown: CaseDetail }) {
  const facts: readonly (readonly [string, string])[] = [
    ['service', shown.service],
    ['probability', `${Math.round(shown.probability * 100)} %`],
    ['place', shown.place],
    ['department', shown.department],
    ['co-departments', shown.coDepartments.join(', ')],
    ['status', say(`status.${shown.status}`)],
    ['received', shortTime(shown.receivedAt)],
    ['due', shortTime(shown.due)],
    ['language', shown.language],
  ];
  return (
    <article class="case" aria-labelledby="case-title">
      <h2 id="case-title">{shown.receipt}</h2>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Part title={say('description')}>
        <blockquote lang={shown.language}>{shown.description}</blockquote>
        <ul>
          {shown.answers.map(({ question, answer }) => (
            <li key={question}>
              {question} <strong>{answer === '' ? '–' : answer}</strong>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('correct')}>
        <CorrectService key={shown.receipt} say={say} shown={shown} />
      </Part>
      <Part title={say('why')}>
        <Reasons say={say} shown={shown} />
      </Part>
      <Part title={say('events')}>
        <ol class="events">
          {shown.events.map((event, i) => (
            <li key={i}>
              <time>{shortTime(event.at)}</time> <strong>{event.type}</strong> {event.actor}
              {event.detail !== '' && <span class="detail">{event.detail}</span>}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={say('conversation')}>
        <ol class="conversation">
          {shown.conversation.map((line, i) => (
            <li key={i} class={line.role}>
              <time>{shortTime(line.at)}</time> {line.text}
            </li>
          ))}
        </ol>
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Reasons({ say, shown }: { say: Say; shown: CaseDetail }) {
  return (
    <>
      <p>{shown.because}</p>
      <p>
        {say('rule')}: <code>{shown.rule}</code> · {say('version')}: <code>{shown.rulesVersion}</code>
      </p>
      <h4>{say('considered')}</h4>
      <ul>
        {shown.considered.map((line) => (
          <li key={line.rule}>
            <code>{line.rule}</code> {verdict(say, line)}
            <ul>
              {line.conditions.map((condition, i) => (
                <li key={i}>
                  {condition.holds ? '✓' : '✗'} {condition.fact} {condition.operator} {condition.value} (
                  {condition.actual})
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <h4>{say('facts')}</h4>
      <ul class="facts">
        {shown.facts.map(({ fact, value }) => (
          <li key={fact}>
            {fact}: <code>{value}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function verdict(say: Say, { matched, excludedBy }: TraceLine): string {
  if (matched) return say('matched');
  if (excludedBy === null) return say('not-matched');
  return say(excludedBy === 'date' ? 'out-of-date' : 'out-of-gu');
}
