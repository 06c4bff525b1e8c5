namespace NewsDiff.Classification;

/// <summary>Chinese, Japanese and Korean characters, which have no spaces between words.</summary>
internal static class EastAsian
{
    /// <summary>The first of them; all before belong to other scripts.</summary>
    public const char First = '\u2E80';
}
