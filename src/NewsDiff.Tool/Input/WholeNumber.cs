using System.CommandLine.Parsing;
using System.Globalization;

namespace NewsDiff.Tool.Input;

/// <summary>Checks options that are whole numbers.</summary>
internal static class WholeNumber
{
    /// <summary>Checks that a number is in a range; otherwise <paramref name="message"/> is the error.</summary>
    internal static Action<OptionResult> From(int least, int most, string message) => result =>
    {
        // The value itself cannot be asked for: if the text is not a number, that throws with no message of its own.
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
