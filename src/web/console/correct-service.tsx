import { useEffect, useState } from 'preact/hooks';
import type { CaseDetail, ServiceList } from '../../contract/console';
import { correctService, listServices } from './api';
import type { Say } from './format';

/** Lets an agent say what the complaint was about; the classifier learns from it. */
export function CorrectService({ say, shown }: { say: Say; shown: CaseDetail }) {
  const [services, setServices] = useState<ServiceList['services']>([]);
  const [service, setService] = useState(shown.serviceCode);
  const [outcome, setOutcome] = useState<'saved' | 'failed' | undefined>(undefined);
  useEffect(() => {
    listServices().then(
      (list) => setServices(list.services),
      () => setOutcome('failed'),
    );
  }, []);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    correctService(shown.receipt, service).then(
      () => setOutcome('saved'),
      () => setOutcome('failed'),
    );
  };
  return (
    <form class="correct" onSubmit={submit}>
      <label>
        {say('correct.service')}
        <select value={service} onChange={(event) => setService(event.currentTarget.value)}>
          {services.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{say('correct.save')}</button>
      <p role="status">{outcome === 'saved' ? say('correct.saved') : say('correct.note')}</p>
      {outcome === 'failed' && <p role="alert">{say('failed')}</p>}
    </form>
  );
}
