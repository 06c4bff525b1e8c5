using System.Globalization;
using System.Text;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Makes long texts of short ones.</summary>
internal static class HostileText
{
    /// <summary>Repeats a text, with the number of the repetition in place of each <c>{0}</c>.</summary>
    public static string Repeat(string text, int count)
    {
        string[] parts = text.Split("{0}");
        var repeated = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            repeated.AppendJoin(i.ToString(CultureInfo.InvariantCulture), parts);
        }

        return repeated.ToString();
    }

    /// <summary>The bytes of a text in UTF-8.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
