namespace NewsDiff.Languages;

/// <summary>The words of Urdu.</summary>
internal static class Urdu
{
    public static readonly Language Words = new()
    {
        Codes = "ur",
        CommonWords =
            "کے کی میں ہے سے کا اور کو نے پر ہیں کہ اس یہ تھا بھی ایک کر نہیں کیا وہ تھے گیا ان تھی لیے بعد "
            + "ساتھ جو ہو ہوئے گے کہا تک لئے",
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
