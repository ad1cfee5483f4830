export type { Fault } from './faults.ts';
export { type KeyOf, keyOfCall, type Recording, recordModel, replayModel } from './replay-model.ts';
export {
  type ModelCall,
  type Script,
  type ScriptedModel,
  type ScriptedModelOptions,
  type ScriptedReply,
  scriptedModel,
} from './scripted-model.ts';
