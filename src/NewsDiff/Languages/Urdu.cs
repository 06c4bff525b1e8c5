namespace NewsDiff.Languages;

/// <summary>The words of Urdu.</summary>
internal static class Urdu
{
    public static readonly Language Words = new()
    {
        Codes = "ur",
        Country = "PK",
        Months = "جنوری,فروری,مارچ,اپریل,مئی,جون,جولائی,اگست,ستمبر,اکتوبر,نومبر,دسمبر",
        Weekdays = "پیر,منگل,بدھ,جمعرات,جمعہ,ہفتہ,اتوار",
        Midday = "دوپہر",
        Evening = "شام",
        Night = "رات",
        BylineOpenings = ["تحریر", "مصنف", "رپورٹ"],
        NameJoints = [" اور "],
    };
}
