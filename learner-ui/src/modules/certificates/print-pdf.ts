const openBeside = (url: string): void => void window.open(url, '_blank', 'noopener');

/**
 * 打印证书: prints the frozen PDF. Browsers that show no PDF within a page (most phones) would print
 * nothing: there it opens by itself and prints from there.
 */
export const printPdf = (url: string): void => {
  if (!navigator.pdfViewerEnabled) {
    openBeside(url);
    return;
  }
  const frame = document.createElement('iframe');
  frame.style.position = 'fixed';
  frame.style.width = '0';
  frame.style.height = '0';
  frame.style.border = '0';
  frame.src = url;
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow?.focus();
      frame.contentWindow?.print();
    } catch {
      openBeside(url);
    }
  });
  document.body.append(frame);
};
