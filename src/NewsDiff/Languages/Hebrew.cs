namespace NewsDiff.Languages;

/// <summary>The words of Hebrew.</summary>
internal static class Hebrew
{
    public static readonly Language Words = new()
    {
        Codes = "he",
        Country = "IL",
        Months =
            "ינואר בינואר,פברואר בפברואר,מרץ מרס במרץ במרס,אפריל באפריל,מאי במאי,יוני ביוני,יולי ביולי,"
            + "אוגוסט באוגוסט,ספטמבר בספטמבר,אוקטובר באוקטובר,נובמבר בנובמבר,דצמבר בדצמבר",
        Weekdays = "שני,שלישי,רביעי,חמישי,שישי,שבת,ראשון",
        Am = "לפנהצ",
        Pm = "אחהצ",
        Morning = "בבוקר",
        Afternoon = "אחר_הצהריים בצהריים",
        Evening = "בערב",
        Night = "בלילה",
        DateParticles = "ב",
        ClockWords = "בשעה ב",
        UpdateLabels = ["עודכן"],
        PublishLabels = ["פורסם"],
        CorrectionLabels = ["תיקון", "הבהרה"],
    };
}
