export { type PageFiles, pageFilesIn, pageFolder } from './page-files';
export { type PageSettings, type SignIn } from './page-settings';
export { type Page, servePage } from './serve-page';
