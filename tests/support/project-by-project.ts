import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where no run before this one tells how long files take: stories of which none should be the last. */
const LONG_STORIES = ['e2e/faces', 'e2e/handbook', 'e2e/cleared'];

/**
 * Long files first, as always, but those of one project after those of another: files that may share
 * a process do so only when they follow each other.
 */
export class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = this.ctx.projects.map(({ name }) => name);
    const placeOf = ({ project, moduleId }: TestSpecification): number => {
      const story = LONG_STORIES.findIndex((name) => moduleId.includes(`/${name}.`));
      const late = story === -1 ? LONG_STORIES.length : story;
      return places.indexOf(project.name) * (LONG_STORIES.length + 1) + late;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
