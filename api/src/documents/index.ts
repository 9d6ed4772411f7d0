export type { CertificateData, CertificateLesson, CertificateTotals } from './certificate-data.ts';
export { renderHoursCertificate } from './hours-certificate.ts';
export { renderTrainingCertificate } from './training-certificate.ts';
