namespace NewsDiff.Languages;

/// <summary>The words of Russian.</summary>
internal static class Russian
{
    public static readonly Language Words = new()
    {
        Codes = "ru",
        Months =
            "января январь янв,февраля февраль фев февр,марта март мар,апреля апрель апр,мая май,июня июнь июн,"
            + "июля июль июл,августа август авг,сентября сентябрь сен сент,октября октябрь окт,"
            + "ноября ноябрь ноя нояб,декабря декабрь дек",
        Weekdays =
            "понедельник пн пон,вторник вт,среда среду ср,четверг чт,пятница пятницу пт,суббота субботу сб,"
            + "воскресенье вс",
        Morning = "утра до_полудня",
        Afternoon = "дня после_полудня",
        Evening = "вечера",
        Night = "ночи",
        DateParticles = "г года",
        ClockWords = "в от час г г.",
        UpdateLabels = ["обновлен"],
        PublishLabels = ["опубликован"],
        BylineOpenings = ["автор", "от"],
        NameJoints = [" и "],
        Occupations = ["корреспондент", "журналист"],
        Labels = ["реклама"],
        TranscriptLabels = ["транскрипт", "расшифровка"],
        CorrectionLabels = ["Исправление", "Поправка", "Уточнение"],
        CorrectionSentences = ["В предыдущей версии", "В первоначальной версии"],
        ErrorTitles = ["страница не найдена"],
    };
}
