// Telephone numbers as people type them.

/** "(612) 555-0142", "1 612 555 0142" and "+44 7911 123456" in E.164; empty when it is none. */
export function e164_of(typed) {
    const digits = typed.replace(/\D/g, '');
    if (typed.trim().startsWith('+')) return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : '';
    if (digits.length === 10) return `+1${digits}`;
    return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : '';
}
