namespace NewsDiff.Languages;

/// <summary>The words of Faroese.</summary>
internal static class Faroese
{
    public static readonly Language Words = new()
    {
        Codes = "fo",
        Months = "januar,februar,mars,apríl,mai,juni,juli,august,september,oktober,november,desember",
    };
}
