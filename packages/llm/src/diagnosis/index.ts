export { type Ailing, type Diagnosis, diagnose, type Healthy } from './diagnose.ts';
