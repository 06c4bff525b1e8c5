using System.CommandLine;
using System.CommandLine.Parsing;
using NewsDiff.Settings;

namespace NewsDiff.Tool.Input;

/// <summary>Options and arguments with a few possible values.</summary>
internal static class Choice
{
    /// <summary>Refuses other values of an option, and lets shells complete these.</summary>
    internal static void Offer(this Option<string> option, params string[] values)
    {
        option.CompletionSources.Add(values);
        option.Validators.Add(result => Check(result, values));
    }

    /// <summary>Refuses other values of an argument, and lets shells complete these.</summary>
    internal static void Offer(this Argument<string> argument, params string[] values)
    {
        argument.CompletionSources.Add(values);
        argument.Validators.Add(result => Check(result, values));
    }

    private static void Check(SymbolResult result, string[] values)
    {
        foreach (string typed in result.Tokens.Select(static token => token.Value).Except(values))
        {
            string meant = NearestName.Find(typed, values) is { } near ? $" Did you mean '{near}'?" : "";
            result.AddError($"'{typed}' is not one of {string.Join(", ", values)}.{meant}");
        }
    }
}
