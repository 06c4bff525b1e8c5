using System.CommandLine.Parsing;
using System.Globalization;

namespace NewsDiff.Tool.Input;

/// <summary>Checks options that are whole numbers.</summary>
internal static class WholeNumber
{
    /// <summary>Checks that the number lies in a range; <paramref name="message"/> says so when it does not.</summary>
    internal static Action<OptionResult> From(int least, int most, string message) => result =>
    {
        // Asking for the value would throw where the text is no number; that has no message of its own then.
        foreach (Token token in result.Tokens)
        {
            if (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out int number)
                || number < least
                || number > most)
            {
                result.AddError(message);
            }
        }
    };
}
