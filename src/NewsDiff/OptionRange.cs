using System.Globalization;
using System.Runtime.CompilerServices;

namespace NewsDiff;

/// <summary>Refuses options that no work can be done with, by their name, value and range.</summary>
internal static class OptionRange
{
    /// <summary>The longest time that an option may name: no clock of the platform counts much further.</summary>
    public static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>A number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="most">The most that is allowed.</param>
    /// <param name="option">The option.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public static int Check(int value, int least, int most = int.MaxValue, [CallerMemberName] string option = "") =>
        value >= least && value <= most ? value : throw Fault(option, value, least, most);

    /// <summary>A number that need not be whole.</summary>
    public static double Check(double value, double least, double most, [CallerMemberName] string option = "") =>
        value >= least && value <= most ? value : throw Fault(option, value, least, most);

    /// <summary>A time.</summary>
    public static TimeSpan Check(TimeSpan value, TimeSpan least, TimeSpan most, [CallerMemberName] string option = "") =>
        value >= least && value <= most ? value : throw Fault(option, value, least, most);

    /// <summary>A time that something may take: a millisecond at least, since none at all would end it before it began.</summary>
    public static TimeSpan CheckLimit(TimeSpan value, [CallerMemberName] string option = "") =>
        Check(value, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), option);

    /// <summary>Anything else.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isValid">Whether it can be used.</param>
    /// <param name="need">What it must be, to come after "must".</param>
    /// <param name="option">The option.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">It cannot be used.</exception>
    public static T Check<T>(T value, bool isValid, string need, [CallerMemberName] string option = "") =>
        isValid ? value : throw new ArgumentException($"{option} is '{value}', but must {need}.", option);

    private static ArgumentOutOfRangeException Fault<T>(string option, T value, T least, T most)
        where T : IFormattable =>
        new(option, value, string.Create(CultureInfo.InvariantCulture, $"{option} is {value}, but must be from {least} to {most}."));
}
