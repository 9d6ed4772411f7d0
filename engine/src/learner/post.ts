/** 岗位. The 13 posts of construction-site professionals. Official codes are not sourced: none here. */
export const POSTS = [
  'construction-civil',
  'construction-decoration',
  'construction-equipment',
  'construction-municipal',
  'quality-civil',
  'quality-decoration',
  'quality-equipment',
  'quality-municipal',
  'materials',
  'machinery',
  'labour',
  'documents',
  'standards',
] as const;

export type Post = (typeof POSTS)[number];

/** Chinese and English labels of the posts. */
export const POST_LABELS = {
  'construction-civil': { zh: '土建施工员', en: 'Construction technician, civil' },
  'construction-decoration': { zh: '装饰装修施工员', en: 'Construction technician, decoration' },
  'construction-equipment': { zh: '设备安装施工员', en: 'Construction technician, installation' },
  'construction-municipal': { zh: '市政工程施工员', en: 'Construction technician, municipal' },
  'quality-civil': { zh: '土建质量员', en: 'Quality inspector, civil' },
  'quality-decoration': { zh: '装饰装修质量员', en: 'Quality inspector, decoration' },
  'quality-equipment': { zh: '设备安装质量员', en: 'Quality inspector, installation' },
  'quality-municipal': { zh: '市政工程质量员', en: 'Quality inspector, municipal' },
  materials: { zh: '材料员', en: 'Materials keeper' },
  machinery: { zh: '机械员', en: 'Machinery keeper' },
  labour: { zh: '劳务员', en: 'Labour coordinator' },
  documents: { zh: '资料员', en: 'Documents keeper' },
  standards: { zh: '标准员', en: 'Standards keeper' },
} as const satisfies Record<Post, { zh: string; en: string }>;

/** Is the text one of the posts? */
export const isPost = (text: string): text is Post => (POSTS as readonly string[]).includes(text);

/** The post's label; a text that is no post stays as it is. */
export const postLabel = (post: string, language: 'zh' | 'en' = 'zh'): string =>
  isPost(post) ? POST_LABELS[post][language] : post;
