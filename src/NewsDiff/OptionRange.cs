using System.Globalization;
using System.Runtime.CompilerServices;

namespace NewsDiff;

/// <summary>Refuses unusable options, naming the option, its value and its range.</summary>
internal static class OptionRange
{
    /// <summary>The longest time of an option; the platform's timers allow little more.</summary>
    public static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Checks a number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="least">The smallest value.</param>
    /// <param name="most">The largest value.</param>
    /// <param name="option">The option.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public static int Check(int value, int least, int most = int.MaxValue, [CallerMemberName] string option = "") =>
        value >= least && value <= most ? value : throw Fault(option, value, least, most);

    /// <summary>Checks a number of at least 0, if there is one.</summary>
    public static int? CheckIfAny(int? value, [CallerMemberName] string option = "") =>
        value is { } number ? Check(number, 0, int.MaxValue, option) : null;

    /// <summary>Checks a fractional number.</summary>
    public static double Check(double value, double least, double most, [CallerMemberName] string option = "") =>
        value >= least && value <= most ? value : throw Fault(option, value, least, most);

    /// <summary>Checks a time.</summary>
    public static TimeSpan Check(
        TimeSpan value,
        TimeSpan least,
        TimeSpan most,
        [CallerMemberName] string option = "") =>
        value >= least && value <= most ? value : throw Fault(option, value, least, most);

    /// <summary>Checks a time limit of at least 1 ms: zero would end everything at once.</summary>
    public static TimeSpan CheckLimit(TimeSpan value, [CallerMemberName] string option = "") =>
        Check(value, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), option);

    /// <summary>Checks any other option.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isValid">Whether it can be used.</param>
    /// <param name="need">The requirement, which follows "must" in the message.</param>
    /// <param name="option">The option.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">It cannot be used.</exception>
    public static T Check<T>(T value, bool isValid, string need, [CallerMemberName] string option = "") =>
        isValid ? value : throw new ArgumentException($"{option} is '{value}', but must {need}.", option);

    private static ArgumentOutOfRangeException Fault<T>(string option, T value, T least, T most)
        where T : IFormattable =>
        new(
            option,
            value,
            string.Create(CultureInfo.InvariantCulture, $"{option} is {value}, but must be from {least} to {most}."));
}
