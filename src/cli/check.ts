import { loadContent } from '../compose';
import { readConfig } from '../config/read-config';
import type { CliContext } from './context';
import { print } from './context';

/** Validates all content; what is wrong is thrown as one error that names every problem. */
export function check({ projectDir }: CliContext): void {
  const { catalogue, training, gazetteer } = loadContent(readConfig(projectDir).contentDir);
  const rules = new Set([...catalogue.rules.byService.values()].flat()).size;
  print(
    `ok: ${catalogue.services.size} services, ${training.utterances.length} utterances, ${training.concepts.length} concepts, ${rules} rules (version ${catalogue.rules.version}), ` +
      `${catalogue.departments.size} departments, ${gazetteer.legalDong.length} dong, ${gazetteer.spots.length} stations and landmarks`,
  );
}
