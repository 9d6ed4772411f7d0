import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { printPdf } from '../../../learner-ui/src/modules/certificates/print-pdf.ts';

const PDF = '/api/me/certificates/7/pdf';
const browserShowsPdfs = (shows: boolean): void => {
  Object.defineProperty(navigator, 'pdfViewerEnabled', { value: shows, configurable: true });
};

describe('打印证书', () => {
  const opened = vi.fn();
  beforeEach(() => {
    vi.stubGlobal('open', opened);
    document.body.replaceChildren();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    opened.mockReset();
  });

  test('the document in a frame of the page goes to the printer', () => {
    browserShowsPdfs(true);
    // A frame that is put into this document would be fetched: it is only looked at.
    const put = vi.spyOn(document.body, 'append').mockImplementation(() => undefined);
    printPdf(PDF);
    const frame = put.mock.calls[0]?.[0] as HTMLIFrameElement;
    expect(new URL(frame.src).pathname).toBe(PDF);
    const print = vi.fn();
    Object.defineProperty(frame, 'contentWindow', { value: { focus: vi.fn(), print } });
    frame.dispatchEvent(new Event('load'));
    expect(print).toHaveBeenCalledOnce();
    expect(opened).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test('a browser that shows no PDF within a page opens it by itself', () => {
    browserShowsPdfs(false);
    printPdf(PDF);
    expect(document.querySelector('iframe')).toBeNull();
    expect(opened).toHaveBeenCalledWith(PDF, '_blank', 'noopener');
  });
});
