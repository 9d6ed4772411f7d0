import { ElMessage } from 'element-plus/es/components/message/index';

/** One sentence that goes away by itself: something was done. */
export const tellDone = (message: string): void => {
  ElMessage({ message, type: 'success', duration: 4_000, grouping: true });
};

/** One sentence about what was refused, long enough to be read. */
export const tellProblem = (message: string): void => {
  ElMessage({ message, type: 'error', duration: 8_000, showClose: true, grouping: true });
};
