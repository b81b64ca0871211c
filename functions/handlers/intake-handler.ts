import * as z from 'zod';
import { type ImportDeps, importPeople } from '#functions/intake/import-people.ts';
import { giveUp, type ReadFileDeps, readFile } from '#functions/intake/read-file.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { queueHandler } from './queue-handler.ts';

const jobSchema = z.object({ company: z.string(), fileId: z.string(), importId: z.string().optional() });

export const intakeHandler = (deps: ReadFileDeps & ImportDeps) =>
  queueHandler(jobSchema, async ({ company, fileId, importId }, delivery) => {
    if (importId !== undefined) return importPeople(deps, company, fileId, importId);
    try {
      return await readFile(deps, company, fileId);
    } catch (error) {
      if (delivery >= intakeLimits.readTries) await giveUp(deps, company, fileId);
      throw error;
    }
  });
