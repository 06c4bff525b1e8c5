using System.Reflection;

using NewsDiff.TestSupport;

namespace NewsDiff.Tests.Conventions;

public sealed class PublicSurfaceTests
{
    private static readonly Assembly Library = typeof(TextDiff).Assembly;

    /// <summary>The types whose shape is settled here: archives and pages are trades of their own.</summary>
    internal static IEnumerable<Type> Reviewed => Library.GetExportedTypes().Where(type =>
        type.Namespace is { } home
        && !home.StartsWith("NewsDiff.Archives", StringComparison.Ordinal)
        && !home.StartsWith("NewsDiff.Rendering.Pages", StringComparison.Ordinal));

    [Fact]
    public void The_public_surface_is_the_reviewed_one() => PublicApi.Verify(Library);

    [Fact]
    public void Classes_are_sealed_or_abstract() => Assert.DoesNotContain(
        Library.GetExportedTypes(), type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

    [Fact]
    public void Asynchronous_methods_take_a_token_last()
    {
        IEnumerable<string> offences =
            from type in Library.GetExportedTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name != nameof(IAsyncDisposable.DisposeAsync)
            where method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
            select $"{type.Name}.{method.Name}";

        Assert.Empty(offences);
    }

    [Fact]
    public void Interfaces_have_one_to_four_members()
    {
        IEnumerable<string> offences =
            from type in Library.GetExportedTypes()
            where type.IsInterface && type.GetMethods().Length is 0 or > 4
            select type.Name;

        Assert.Empty(offences);
    }

    [Fact]
    public void Types_can_gain_members_and_unset_values_mean_nothing() => PublicShape.Verify(Reviewed);

    [Theory]
    [InlineData("AngleSharp")]
    [InlineData("System.Data")]
    public void No_signature_names_a_type_of(string assembly) => Assert.DoesNotContain(
        assembly, Library.GetExportedTypes().SelectMany(SignatureTypes).Select(type => type.Namespace?.Split('.')[0] ?? ""));

    [Fact]
    public void Only_interop_names_types_of_DiffPlex() => Assert.All(
        Library.GetExportedTypes().Where(type => SignatureTypes(type).Any(used => used.Namespace?.StartsWith("DiffPlex", StringComparison.Ordinal) == true)),
        type => Assert.Equal("NewsDiff.Interop", type.Namespace));

    private static IEnumerable<Type> SignatureTypes(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
        .Concat(type.GetInterfaces())
        .SelectMany(used => used.IsGenericType ? used.GetGenericArguments().Append(used) : [used]);
}
