using System.Text;

namespace NewsDiff.Notifications.Webhooks;

/// <summary>Writes text in the Markdown of Discord.</summary>
internal static class DiscordText
{
    private const string Marks = "\\`*_~|>#[]()<@:-";

    /// <summary>Escapes every character that could be a mark, a mention or a link.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            if (Marks.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
