// `npm run build`: both apps into their `dist` folders, when their sources have changed.
import { wordsFor } from './ground/plain-fault.ts';
import { buildUi } from './ground/ui-build.ts';

try {
  for (const name of ['learner-ui', 'admin-ui'] as const) {
    const { folder, built } = await buildUi(name, (line) => console.log(line));
    console.log(`${name}: ${built ? 'built' : 'unchanged'} (${folder})`);
  }
} catch (error) {
  console.error(wordsFor(error));
  process.exitCode = 1;
}
