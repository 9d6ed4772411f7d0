/** '2020-10-09' as '2020 年 10 月 9 日'. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
}

/** Credit hours with one decimal: '32.0'. */
export const hoursText = (creditHours: number): string => creditHours.toFixed(1);

export const kindLabel = { professional: '专业', public: '公需' } as const;
