using System.Reflection;
using NewsDiff.TestSupport;

namespace NewsDiff.Cards.Tests;

public sealed class PublicSurfaceTests
{
    private static readonly Assembly Package = typeof(CardRenderer).Assembly;

    [Fact]
    public void The_public_surface_is_the_reviewed_one() => PublicApi.Verify(Package);

    [Fact]
    public void The_public_types_have_the_shape_of_the_house() => PublicShape.Verify(Package);

    [Fact]
    public void Types_can_gain_members_and_unset_values_mean_nothing() =>
        PublicNames.Verify(Package.GetExportedTypes());

    [Fact]
    public void An_array_that_is_set_or_given_as_its_default_is_empty_or_refused() => PublicShape.VerifyArrays(Package);
}
