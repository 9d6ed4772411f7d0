import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Long files first, as always, but those of one project after those of another: files that may share
 * a process do so only when they follow each other.
 */
export class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = this.ctx.projects.map(({ name }) => name);
    const placeOf = (file: TestSpecification): number => places.indexOf(file.project.name);
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
