using NewsDiff.Dates;

namespace NewsDiff.Tests.Extraction;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("es", "mar, 18 oct 2022", "2022-10-18")]
    [InlineData("it", "mar. 18 ott. 2022", "2022-10-18")]
    [InlineData("es", "oct 18 mar 2022", "2022-10-18")]
    [InlineData("fr", "2022 mar 18 oct", "2022-10-18")]
    [InlineData("cy", "Maw 13 Hyd 2026", "2026-10-13")]
    [InlineData("it", "mar 3 mar 2026", "2026-03-03")]
    [InlineData("es", "3 mar 2026 - 5 may 2026", "2026-03-03")]
    [InlineData("en", "Mar 3, 2026", "2026-03-03")]
    [InlineData("es", "mar, 18 foo 2022", null)]
    public void A_weekday_is_not_read_as_a_month(string language, string text, string? expected) =>
        Assert.Equal(expected, Find(language, text));

    [Theory]
    [InlineData("ja", "2026年5月3日 午後2時20分", "2026-05-03T14:20")]
    [InlineData("ja", "2026年5月3日（日）午後0時20分", "2026-05-03T12:20")]
    [InlineData("ja", "2026年5月3日 午前0時20分", "2026-05-03T00:20")]
    [InlineData("zh", "2026年5月3日 下午2:20", "2026-05-03T14:20")]
    [InlineData("zh", "2026年5月3日 星期日下午2点20分", "2026-05-03T14:20")]
    [InlineData("zh", "2026年5月3日 凌晨1:20", "2026-05-03T01:20")]
    [InlineData("zh", "2026年5月3日 晚上8:20", "2026-05-03T20:20")]
    [InlineData("zh", "2026年5月3日 中午12:20", "2026-05-03T12:20")]
    [InlineData("zh", "2026-05-03 09:20 来源：港口报", "2026-05-03T09:20")]
    [InlineData("ko", "2026년 5월 3일 오후 2:20", "2026-05-03T14:20")]
    [InlineData("ko", "2026.05.03. PM 2:20:05", "2026-05-03T14:20:05")]
    [InlineData("el", "3 Μαΐου 2026, 2:20 μ.μ.", "2026-05-03T14:20")]
    [InlineData("el", "3 Μαΐου 2026, 2:20 π.μ.", "2026-05-03T02:20")]
    [InlineData("hi", "३ मई २०२६, २:२० म.अ.", "2026-05-03T14:20")]
    [InlineData("ar", "٣ مايو ٢٠٢٦ - ٢:٢٠ م", "2026-05-03T14:20")]
    [InlineData("ar", "3 مايو 2026 2:20 ص", "2026-05-03T02:20")]
    [InlineData("fa", "۱۵ اردیبهشت ۱۴۰۵ ۲:۲۰ ب.ظ", "2026-05-05T14:20")]
    [InlineData("he", "3 במאי 2026 2:20 אחה\"צ", "2026-05-03T14:20")]
    [InlineData("he", "3 במאי 2026 2:20 לפנה״צ", "2026-05-03T02:20")]
    [InlineData("es", "3 de mayo de 2026, 2:20 p. m.", "2026-05-03T14:20")]
    [InlineData("es", "3 de mayo de 2026 a las 8:20 de la noche", "2026-05-03T20:20")]
    [InlineData("fr", "le 3 mai 2026 à 2h20 de l'après-midi", "2026-05-03T14:20")]
    [InlineData("de", "3. Mai 2026 um 2.20 Uhr nachmittags", "2026-05-03T14:20")]
    [InlineData("nl", "3 mei 2026, 2:20 uur 's middags", "2026-05-03T14:20")]
    [InlineData("hu", "2026. május 3., du. 2:20", "2026-05-03T14:20")]
    [InlineData("ru", "3 мая 2026, 2:20 дня", "2026-05-03T14:20")]
    [InlineData("tr", "3 Mayıs 2026 öğleden sonra 2:20", "2026-05-03T14:20")]
    [InlineData("vi", "3/5/2026 2:20 chiều", "2026-05-03T14:20")]
    [InlineData("vi", "3/5/2026 2:20 CH", "2026-05-03T14:20")]
    [InlineData("en", "3 May 2026 12:20 a.m.", "2026-05-03T00:20")]
    [InlineData("en", "3 May 2026 12:20 PM", "2026-05-03T12:20")]
    [InlineData("en", "3 May 2026, 2:20p", "2026-05-03T14:20")]
    [InlineData("en", "3 May 2026 at 10:20 at night", "2026-05-03T22:20")]
    [InlineData("pt", "Publicado às 09:20 em 03/05/2026", "2026-05-03T09:20")]
    public void The_half_of_the_day_is_read_with_the_hour(string language, string text, string expected) =>
        Assert.Equal(expected, Find(language, text));

    [Theory]
    [InlineData("sw", "3 Mei 2026 saa 8:20 mchana", "2026-05-03")]
    [InlineData("en", "3 May 2026 2:20 foo", "2026-05-03")]
    [InlineData("km", "3 May 2026 2:20 ល្ងាច", "2026-05-03")]
    [InlineData("zh", "2026年5月3日 晚上12:20", "2026-05-03")]
    [InlineData("ja", "2026年5月3日 午前12時20分", "2026-05-03")]
    [InlineData("en", "3 May 2026 14:20 am", "2026-05-03")]
    [InlineData("en", "3 May 2026 14:20 foo", "2026-05-03T14:20")]
    [InlineData("en", "3 May 2026 0:20 foo", "2026-05-03T00:20")]
    [InlineData("en", "3 May 2026 9:20 by Ann Example", "2026-05-03T09:20")]
    [InlineData("en", "3 May 2026 9:20 Example News", "2026-05-03T09:20")]
    [InlineData("en", "3 May 2026 9:20 XYZT", "2026-05-03T09:20")]
    [InlineData("lt", "3 May 2026 2:20 Popiet", "2026-05-03T14:20")]
    [InlineData("is", "3 May 2026 2:20 e.h.", "2026-05-03T14:20")]
    [InlineData("sq", "3 May 2026 2:20 e pasdites", "2026-05-03T14:20")]
    [InlineData("wo", "3 May 2026 2:20 Takkusaan", "2026-05-03")]
    [InlineData("de", "3. Mai 2026, 2.20 Uhr am Nachmittag", "2026-05-03T14:20")]
    [InlineData("de", "12.20 Uhr am 3. Mai 2026", "2026-05-03T12:20")]
    [InlineData("de", "12.20 Uhr am Sonntag, 3. Mai 2026", "2026-05-03")]
    [InlineData("en", "12.20 am Sunday, 3 May 2026", "2026-05-03T00:20")]
    public void A_word_that_may_be_the_half_of_the_day_leaves_no_hour_of_twelve(
        string language,
        string text,
        string expected) =>
        Assert.Equal(expected, Find(language, text));

    [Theory]
    [InlineData("th", "5 พ.ค. 2569", "2026-05-05")]
    [InlineData("th", "5 พ.ค. 69", "2026-05-05")]
    [InlineData("th", "5 พ.ค. 2026", "2026-05-05")]
    [InlineData("th", "5 พ.ค. 26", null)]
    [InlineData("en", "5 May 69", null)]
    [InlineData("fa", "سه‌شنبه ۱۵ اردیبهشت ۱۴۰۵", "2026-05-05")]
    [InlineData("fa", "۱۴۰۵/۰۲/۱۵", "2026-05-05")]
    [InlineData("en", "1405/02/15", null)]
    [InlineData("ja", "令和8年5月3日", "2026-05-03")]
    [InlineData("ja", "令和元年5月3日", "2019-05-03")]
    [InlineData("ja", "平成元年5月3日", "1989-05-03")]
    [InlineData("ja", "元年5月3日", null)]
    [InlineData("ja", "8年5月3日", null)]
    [InlineData("zh", "民國115年5月3日", "2026-05-03")]
    [InlineData("zh", "115年5月3日", null)]
    [InlineData("ne", "2083-01-22", null)]
    [InlineData("ar", "15 رمضان 1447", "2026-03-04")]
    [InlineData("ar", "١٥ ذو الحجة ١٤٤٧ هـ", "2026-06-01")]
    [InlineData("ar", "15 جمادى الآخرة 1447هـ", "2025-12-06")]
    [InlineData("ur", "15 رمضان المبارک 1447ھ", "2026-03-04")]
    [InlineData("en", "15 Ramadan 1447 AH", "2026-03-04")]
    [InlineData("en", "Dhu al-Hijjah 15, 1447", "2026-06-01")]
    [InlineData("ar", "15 رمضان 2026", null)]
    [InlineData("ar", "15 مارس 1447", null)]
    [InlineData("ar", "31 رمضان 1447", null)]
    [InlineData("ar", "4 مارس 2026", "2026-03-04")]
    [InlineData("en", "0001-01-01T00:00:00", null)]
    [InlineData("en", "0000-00-00", null)]
    [InlineData("en", "1970-01-01T00:00:00Z", null)]
    [InlineData("en", "5/5/99", "1999-05-05")]
    [InlineData("ko", "26.05.03", null)]
    [InlineData("sv", "26-05-03", null)]
    [InlineData("zh", "２０２６年５月３日", "2026-05-03")]
    [InlineData("ar", "1447/05/12 هـ", "2025-11-03")]
    [InlineData("ar", "١٢-٠٥-١٤٤٧هـ", "2025-11-03")]
    [InlineData("ur", "12/05/1447ھ", "2025-11-03")]
    [InlineData("en", "12/05/1447 AH", "2025-11-03")]
    [InlineData("ar", "1447/05/12", null)]
    [InlineData("ar", "1447/05/12 م", null)]
    [InlineData("ar", "1447/05/31 هـ", null)]
    [InlineData("ar", "1447/13/12 هـ", null)]
    [InlineData("ar", "1447.05/12 هـ", null)]
    [InlineData("ar", "2025/11/03 هـ", "2025-11-03")]
    [InlineData("ja", "R7.5.3", "2025-05-03")]
    [InlineData("ja", "更新日：R7.5.3（土）", "2025-05-03")]
    [InlineData("ja", "令7.5.3", "2025-05-03")]
    [InlineData("ja", "H30.4.1 更新", "2018-04-01")]
    [InlineData("ja", "Ｒ７．５．３", null)]
    [InlineData("ja", "Ｒ７/５/３", "2025-05-03")]
    [InlineData("ja", "ルーター R7.5.3", null)]
    [InlineData("ja", "R7.5.3 リリースノート", null)]
    [InlineData("ja", "R7.5.3.1", null)]
    [InlineData("ja", "R7.13.3", null)]
    [InlineData("ja", "政令7.5.3", null)]
    [InlineData("en", "R7.5.3", null)]
    public void Years_of_other_calendars_and_short_ones_are_read_right_or_not_at_all(
        string language,
        string text,
        string? expected) =>
        Assert.Equal(expected, Find(language, text));

    [Theory]
    [InlineData("ar", "12 كانون الثاني 2026", "2026-01-12")]
    [InlineData("ar", "12 كانون الثاني/يناير 2026", "2026-01-12")]
    [InlineData("vi", "Thứ Ba, ngày 3 tháng 5 năm 2026", "2026-05-03")]
    [InlineData("lv", "2026. gada 3. maijā", "2026-05-03")]
    [InlineData("cs", "3. 5. 2026 14:20", "2026-05-03T14:20")]
    [InlineData("hr", "3. listopada 2026", "2026-10-03")]
    [InlineData("pl", "3 listopada 2026", "2026-11-03")]
    [InlineData("", "3 listopada 2026", null)]
    [InlineData("en", "5 min ago 2026", null)]
    [InlineData("en", "5 May, 2030 hrs", null)]
    [InlineData("en", "08:39, 06 Jan 2026 Updated 08:41", "2026-01-06T08:39")]
    public void Names_are_read_by_the_language_of_the_page(string language, string text, string? expected) =>
        Assert.Equal(expected, Find(language, text));

    [Theory]
    [InlineData("3 May 2026 10:20 GMT+2", null, "2026-05-03T10:20+02:00")]
    [InlineData("3 May 2026 10:20 (UTC+5:30)", null, "2026-05-03T10:20+05:30")]
    [InlineData("3 May 2026 10:20-11:30", null, "2026-05-03T10:20")]
    [InlineData("2026-05-03T10:20-05:00", null, "2026-05-03T10:20-05:00")]
    [InlineData("3 May 2026 10:20 +2000", null, "2026-05-03T10:20")]
    [InlineData("3 May 2026 10:20 IST", null, "2026-05-03T10:20+05:30")]
    [InlineData("3 May 2026 10:20 IST", "IE", "2026-05-03T10:20+01:00")]
    [InlineData("3 May 2026 10:20 IST", "IL", "2026-05-03T10:20")]
    [InlineData("3 May 2026 10:20 BST", "GB", "2026-05-03T10:20+01:00")]
    [InlineData("3 May 2026 10:20 BST", "BD", "2026-05-03T10:20+06:00")]
    [InlineData("3 May 2026 10:20 CST", "CN", "2026-05-03T10:20+08:00")]
    [InlineData("3 May 2026 10:20 EST", "AU", "2026-05-03T10:20+10:00")]
    public void A_zone_name_means_the_zone_of_the_country(string text, string? country, string expected) =>
        Assert.Equal(expected, DateText.Find(text, new DateConvention(DateOrder.DayFirst, "en", country))?.ToString());

    [Theory]
    [InlineData(DateOrder.DayFirst, "3/5/2026", "2026-05-03")]
    [InlineData(DateOrder.MonthFirst, "3/5/2026", "2026-03-05")]
    [InlineData(DateOrder.Unknown, "3/5/2026", null)]
    [InlineData(DateOrder.MonthFirst, "3.5.2026", null)]
    [InlineData(DateOrder.Unknown, "3.5.2026", "2026-05-03")]
    [InlineData(DateOrder.Unknown, "3.5.26", null)]
    [InlineData(DateOrder.Unknown, "5/5/2026", "2026-05-05")]
    [InlineData(DateOrder.Unknown, "13/5/2026", "2026-05-13")]
    [InlineData(DateOrder.Unknown, "5/13/2026", "2026-05-13")]
    [InlineData(DateOrder.MonthFirst, "Monday, 11/01/2021", "2021-11-01")]
    [InlineData(DateOrder.MonthFirst, "Sunday, 5/4/2026", "2026-04-05")]
    [InlineData(DateOrder.MonthFirst, "Friday, 11/12/2021", "2021-11-12")]
    [InlineData(DateOrder.DayFirst, "Friday, 11/12/2021", "2021-11-12")]
    internal void Day_and_month_in_figures_are_told_apart_by_evidence(DateOrder order, string text, string? expected) =>
        Assert.Equal(expected, DateText.Find(text, new DateConvention(order, "en"))?.ToString());

    [Theory]
    [InlineData("kk", "2026 ж. 5 мамыр", "2026-05-05")]
    [InlineData("mn", "2026 оны 5-р сарын 21", "2026-05-21")]
    [InlineData("so", "5 Maajo 2026", "2026-05-05")]
    [InlineData("zu", "5 Meyi 2026", "2026-05-05")]
    [InlineData("mt", "5 ta' Mejju 2026", "2026-05-05")]
    public void A_day_is_read_with_the_small_words_of_its_language(string language, string text, string expected) =>
        Assert.Equal(expected, Find(language, text));

    [Theory]
    [InlineData("zh", "二〇二六年五月五日", "2026-05-05")]
    [InlineData("zh", "发布于二零二六年十二月二十一日", "2026-12-21")]
    [InlineData("ja", "二○二六年十月三十日", "2026-10-30")]
    [InlineData("zh", "二〇二六年五月", null)]
    [InlineData("zh", "船二〇二六号五月五日", null)]
    [InlineData("zh", "五月五日", null)]
    [InlineData("zh", "二十六年五月五日", null)]
    [InlineData("zh", "二〇二六年十三月五日", null)]
    [InlineData("zh", "二〇二六年五月一一一日", null)]
    [InlineData("zh", "二〇二六五月五日", null)]
    public void A_date_in_Chinese_numerals_is_read_if_its_year_is_whole(
        string language,
        string text,
        string? expected) =>
        Assert.Equal(expected, Find(language, text));

    [Theory]
    [InlineData("May 21, '26", "2026-05-21")]
    [InlineData("21 May ’26", "2026-05-21")]
    [InlineData("21 May '98", "1998-05-21")]
    [InlineData("21 May 26", null)]
    [InlineData("May 21, 26", null)]
    [InlineData("21 May '6", null)]
    [InlineData("21 May '2", null)]
    [InlineData("31 June '26", null)]
    public void An_apostrophe_before_two_digits_stands_for_the_century(string text, string? expected) =>
        Assert.Equal(expected, Find("en", text));

    private static string? Find(string language, string text) =>
        DateText.Find(text, new DateConvention(DateOrder.DayFirst, language.Length > 0 ? language : null))?.ToString();
}
