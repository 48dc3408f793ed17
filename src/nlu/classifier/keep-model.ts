import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorrections, writeCorrections } from './corrections-file';
import type { ModelComparison } from './compare-models';
import { compareModels } from './compare-models';
import { LinearModel } from './linear-model';
import type { StoredClassifier } from './model-file';
import { readModel, writeModel } from './model-file';
import type {
  LabelledUtterance,
  TrainedClassifier,
  TrainingContent,
  TrainingSettings,
} from './train-classifier';
import { TRAINER_VERSION, trainClassifier } from './train-classifier';

export interface ModelFolder {
  /** Holds `current.bin`, and `refused.json` while newer content gave a worse model. */
  readonly folder: string;
}

export interface KeepSettings extends TrainingSettings, ModelFolder {
  /** Learnt beside the content; absent, those that the last model with corrections has learnt. */
  readonly corrections?: readonly LabelledUtterance[];
  /** Trains even where nothing has changed, or where the same content was refused before. */
  readonly again?: boolean;
  /** Takes a new model even if it is worse. */
  readonly force?: boolean;
}

/** What became of the model. `refused`: the old one stays in use, because the new one is worse in some language. */
export type KeptModel =
  | { readonly kind: 'unchanged'; readonly trained: TrainedClassifier }
  | { readonly kind: 'replaced'; readonly trained: TrainedClassifier; readonly comparison?: ModelComparison }
  | { readonly kind: 'refused'; readonly trained: TrainedClassifier; readonly comparison?: ModelComparison };

/** The model for this content: the one that is kept, or a new one if that is no worse. */
export function keepModel(given: TrainingContent, settings: KeepSettings): KeptModel {
  const content = withCorrections(given, settings.corrections ?? readCorrections(settings.folder));
  if (settings.engine === 'natural') return { kind: 'replaced', trained: trainClassifier(content, settings) };
  const { folder, again, force } = settings;
  const file = join(folder, 'current.bin');
  const fingerprint = fingerprintOf(content, settings);
  const old = readModel(file);
  if (again !== true) {
    if (old?.fingerprint === fingerprint) return { kind: 'unchanged', trained: old };
    if (old && knowsTheSame(old, content) && refusedBefore(folder) === fingerprint)
      return { kind: 'refused', trained: old };
  }
  const trained = trainClassifier(content, settings);
  const comparison = old && compareModels(old.model, trained.model, content.calibration);
  mkdirSync(folder, { recursive: true });
  if (old && comparison && comparison.worse.length > 0 && force !== true && knowsTheSame(old, content)) {
    writeFileSync(refusedFile(folder), JSON.stringify({ fingerprint, comparison }, null, 2));
    return { kind: 'refused', trained: old, comparison };
  }
  if (trained.model instanceof LinearModel)
    writeModel(file, { ...trained, model: trained.model, fingerprint }, content);
  if (settings.corrections) writeCorrections(folder, settings.corrections);
  return { kind: 'replaced', trained, ...(comparison && { comparison }) };
}

/** Corrections of services that are no more are left out. */
function withCorrections(
  content: TrainingContent,
  corrections: readonly LabelledUtterance[],
): TrainingContent {
  const codes = new Set(content.utterances.map(({ code }) => code));
  const known = corrections.filter(({ code }) => codes.has(code));
  return known.length === 0 ? content : { ...content, utterances: [...content.utterances, ...known] };
}

/** The same content, settings and program give the same model, byte by byte. */
const fingerprintOf = (content: TrainingContent, { targetPrecision }: TrainingSettings): string =>
  createHash('sha256')
    .update(JSON.stringify([TRAINER_VERSION, process.versions.icu, targetPrecision, content]))
    .digest('hex');

/** A model that lacks a service cannot stay in use, however good it is. */
function knowsTheSame({ model }: StoredClassifier, { utterances }: TrainingContent): boolean {
  const codes = new Set(utterances.map(({ code }) => code));
  return codes.size === model.codes.length && model.codes.every((code) => codes.has(code));
}

const refusedFile = (folder: string): string => join(folder, 'refused.json');

function refusedBefore(folder: string): string | undefined {
  if (!existsSync(refusedFile(folder))) return undefined;
  try {
    return (JSON.parse(readFileSync(refusedFile(folder), 'utf8')) as { fingerprint?: string }).fingerprint;
  } catch {
    return undefined;
  }
}
