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
        IslamicMonths =
            "محرم_الحرام محرم,صفر_المظفر صفر,ربیع_الاول,ربیع_الثانی ربیع_الآخر,جمادی_الاول جمادی_الاولی,"
            + "جمادی_الثانی جمادی_الآخر,رجب_المرجب رجب,شعبان_المعظم شعبان,رمضان_المبارک رمضان,شوال_المکرم شوال,"
            + "ذیقعدہ ذوالقعدہ,ذی_الحجہ ذوالحجہ",
        IslamicEras = "ھ ہجری",
        Weekdays = "پیر,منگل,بدھ,جمعرات,جمعہ,ہفتہ,اتوار",
        Midday = "دوپہر",
        Evening = "شام",
        Night = "رات",
        BylineOpenings = ["تحریر", "مصنف", "رپورٹ"],
        NameJoints = [" اور "],
        CorrectionLabels = ["تصحیح"],
    };
}
