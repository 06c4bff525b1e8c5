namespace NewsDiff.Languages;

/// <summary>The words of Faroese.</summary>
internal static class Faroese
{
    public static readonly Language Words = new()
    {
        Codes = "fo",
        CommonWords =
            "og at í á til er sum ikki við hevur fyri tað av eru um frá ein hann var skal men verður eitt hava "
            + "teir teimum nú hesum eisini eftir har kann øll onkur sigur vóru sær úr",
        Months = "januar,februar,mars,apríl,mai,juni,juli,august,september,oktober,november,desember",
    };
}
