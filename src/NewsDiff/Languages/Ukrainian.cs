namespace NewsDiff.Languages;

/// <summary>The words of Ukrainian.</summary>
internal static class Ukrainian
{
    public static readonly Language Words = new()
    {
        Codes = "uk",
        Months =
            "січня січень січ,лютого лютий лют,березня березень бер,квітня квітень кві квіт,травня травень тра трав,"
            + "червня червень чер черв,липня липень лип,серпня серпень сер серп,вересня вересень вер,"
            + "жовтня жовтень жов жовт,листопада листопад лис,грудня грудень гру груд",
        Weekdays = "понеділок пн,вівторок вт,середа середу ср,четвер чт,п’ятниця пятниця пт,субота суботу сб,неділя нд",
        Am = "дп",
        Pm = "пп",
        Morning = "ранку",
        Evening = "вечора",
        Night = "ночі",
        DateParticles = "р року",
        ClockWords = "о об у від год",
        UpdateLabels = ["оновлен"],
        PublishLabels = ["опубліковано"],
        BylineOpenings = ["автор", "автори"],
        Occupations = ["журналістка", "журналіст"],
        Labels = ["реклама"],
        TranscriptLabels = ["транскрипт"],
        CorrectionLabels = ["Виправлення", "Уточнення"],
        CorrectionSentences = ["У попередній версії"],
        ErrorTitles = ["сторінку не знайдено"],
    };
}
