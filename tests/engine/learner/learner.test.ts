import { describe, expect, it } from 'vitest';
import {
  allowsFaces,
  checkPassword,
  checkPortraitAge,
  CONSENT_VERSION,
  INITIAL_PASSWORD,
  isPost,
  maskName,
  maskPhone,
  missingOfProfile,
  parseBasic,
  parsePersonName,
  parsePhone,
  phoneTail,
  postLabel,
  POSTS,
} from '@xuzheng/engine';

describe('手机号码', () => {
  it.each([
    '13366510035',
    ' 133 6651 0035 ',
    '+86 133-6651-0035',
    '１３３６６５１００３５',
    '8613366510035',
  ])('accepts %s', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: '13366510035' });
  });

  it.each(['', '1336651003', '12366510035', '4009999355', '133665100355', 'abc'])(
    'refuses %s',
    (text) => {
      expect(parsePhone(text).ok).toBe(false);
    },
  );

  it('shows its last four digits, or masked', () => {
    expect(phoneTail('13366510035')).toBe('0035');
    expect(maskPhone('13366510035')).toBe('133****0035');
  });
});

describe('密码', () => {
  const known = { idNumber: '11010519491231002X', phone: '13366510035' };
  const code = (password: string) => {
    const checked = checkPassword(password, known);
    return checked.ok ? null : checked.refusal.code;
  };

  it('111111 opens nothing, in any length', () => {
    expect(code(INITIAL_PASSWORD)).toBe('account/passwordIsInitial');
    expect(code('11111111111')).toBe('account/passwordIsInitial');
    expect(code('aaaaaaaa')).toBe('account/passwordIsInitial');
  });

  it('holds no part of the ID number or the phone', () => {
    expect(code('ab31002xab')).toBe('account/passwordIsIdentity');
    expect(code('x19491231x')).toBe('account/passwordIsIdentity');
    expect(code('my13366510')).toBe('account/passwordIsPhone');
  });

  it('has at least 8 characters', () => {
    expect(code('gongdi7')).toBe('account/passwordTooShort');
    expect(code('x'.repeat(129))).toBe('account/passwordTooLong');
    expect(code('anquandiyi8')).toBeNull();
    expect(code('安全第一质量为本')).toBeNull();
  });
});

describe('姓名', () => {
  it.each(['张三', '𠮷野', '䶮明', '阿卜杜拉·买买提', 'Anna-Maria O’Neil'.replace('’', "'")])(
    'accepts %s',
    (name) => {
      expect(parsePersonName(name)).toEqual({ ok: true, value: name });
    },
  );

  it('gives the middle dot of minority names its one form', () => {
    expect(parsePersonName('阿卜杜拉•买买提')).toEqual({ ok: true, value: '阿卜杜拉·买买提' });
  });

  it.each([
    '张',
    '',
    '张\u202e三',
    '张\u200b三',
    '张\u0000三',
    '<b>张三</b>',
    '=张三',
    '张'.repeat(51),
  ])('refuses %j', (name) => {
    expect(parsePersonName(name).ok).toBe(false);
  });

  it('is masked for the public, rare characters whole', () => {
    expect(maskName('张三')).toBe('张*');
    expect(maskName('𠮷野家')).toBe('𠮷**');
    expect(maskName('阿卜杜拉·买买提')).toBe('阿***');
  });
});

describe('我的档案', () => {
  const complete = {
    phoneVerified: true,
    idCardFront: true,
    idCardBack: true,
    portrait: true,
    portraitTakenOn: null,
    recentPortraitDeclaredAt: 1,
    basic: true,
  };

  it('says what is missing, the phone first', () => {
    expect(missingOfProfile(complete)).toEqual([]);
    expect(missingOfProfile({ ...complete, phoneVerified: false, basic: false })).toEqual([
      'phone',
      'basic',
    ]);
    expect(missingOfProfile({ ...complete, recentPortraitDeclaredAt: null })).toEqual([
      'recentPortraitDeclaration',
    ]);
  });

  it('近 3 个月电子照片: by EXIF, else by declaration', () => {
    expect(checkPortraitAge('2026-08-23', false, '2026-11-23').ok).toBe(true);
    expect(checkPortraitAge('2026-08-22', true, '2026-11-23').ok).toBe(false);
    expect(checkPortraitAge(null, true, '2026-11-23').ok).toBe(true);
    expect(checkPortraitAge(null, false, '2026-11-23').ok).toBe(false);
  });

  it('reads the basic information', () => {
    const draft = {
      employer: ' 北京建工  一建 ',
      education: 'college',
      address: '北京市西城区 1 号',
    };
    expect(parseBasic(draft)).toEqual({
      ok: true,
      value: {
        employer: '北京建工 一建',
        education: 'college',
        title: '',
        address: '北京市西城区 1 号',
      },
    });
    expect(parseBasic({ ...draft, education: 'wizard' }).ok).toBe(false);
    expect(parseBasic({ ...draft, employer: '' }).ok).toBe(false);
    expect(parseBasic({ ...draft, address: '北' }).ok).toBe(false);
  });
});

describe('岗位 and consent', () => {
  it('there are 13 posts, each with a label', () => {
    expect(POSTS).toHaveLength(13);
    expect(new Set(POSTS.map((post) => postLabel(post))).size).toBe(13);
    expect(postLabel('quality-civil')).toBe('土建质量员');
    expect(isPost('constructor')).toBe(false);
  });

  it('no face is processed without both consents live in the version in force', () => {
    const consent = { version: CONSENT_VERSION, givenAt: 1, withdrawnAt: null };
    const both = [
      { ...consent, kind: 'useFace' as const },
      { ...consent, kind: 'keepFrames' as const },
    ];
    expect(allowsFaces(both)).toBe(true);
    expect(allowsFaces(both.slice(1))).toBe(false);
    expect(allowsFaces(both.map((one) => ({ ...one, withdrawnAt: 2 })))).toBe(false);
    expect(allowsFaces(both.map((one) => ({ ...one, version: 'old' })))).toBe(false);
  });
});
