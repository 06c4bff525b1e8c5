using System.Text;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>Pictures that are lines of text, and that are counted.</summary>
internal sealed class ScriptedPictures : IChangePictures
{
    private int _drawn;

    public int Drawn => _drawn;

    public int Width => 12;

    public int Height => 6;

    public string Describe(ArticleChange change, string language) =>
        $"From {change.Before.Number} to \"{change.After.Number}\"";

    public ReadOnlyMemory<byte> Draw(ArticleChange change, string language)
    {
        Interlocked.Increment(ref _drawn);
        string text = $"Picture of {change.Before.Number} to {change.After.Number}";
        return Encoding.ASCII.GetBytes(text.PadRight(5000));
    }
}
