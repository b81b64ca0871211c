import * as z from 'zod';
import { type ImportDeps, importPeople } from '#functions/intake/import-people.ts';
import { type ReadFileDeps, readFile } from '#functions/intake/read-file.ts';
import { queueHandler } from './queue-handler.ts';

const jobSchema = z.object({ company: z.string(), fileId: z.string(), importId: z.string().optional() });

export const intakeHandler = (deps: ReadFileDeps & ImportDeps) =>
  queueHandler(jobSchema, ({ company, fileId, importId }) =>
    importId === undefined ? readFile(deps, company, fileId) : importPeople(deps, company, fileId, importId),
  );
