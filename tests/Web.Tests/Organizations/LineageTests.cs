using Responsables.Domain.Organizations;
using Responsables.Web.Organizations;
using Responsables.World;

namespace Responsables.Web.Tests.Organizations;

/// <summary>Who became whom.</summary>
public class LineageTests
{
    private static readonly DateOnly Today = new(2025, 6, 1);

    [Fact]
    public void A_merged_body_stands_below_those_it_took_over_from()
    {
        var lineage = Lineage.Of(SmallFederation.Register, SmallFederation.AlphaNormandie, Today)!;

        Assert.Equal([SmallFederation.Alpha76, SmallFederation.Alpha14, SmallFederation.AlphaNormandie], lineage.Rows.Select(r => r.Code));
        Assert.Equal([false, false, true], lineage.Rows.Select(r => r.IsSelf));
        Assert.Equal((new DateOnly(2021, 12, 31), Today), (lineage.First, lineage.Last));
    }

    [Fact]
    public void What_was_shared_out_and_what_it_became_are_both_there()
    {
        var shared = Lineage.Of(SmallFederation.Register, SmallFederation.Shared, Today)!;
        Assert.Equal(["partage", "alpha-75", "beta-974", "beta-75"], shared.Rows.Select(r => r.Code.Value));
        var heir = Lineage.Of(SmallFederation.Register, SmallFederation.Beta974, Today)!;
        Assert.Equal(["partage", "beta-974"], heir.Rows.Select(r => r.Code.Value));
    }

    [Fact]
    public void There_is_none_for_one_that_comes_from_nobody() => Assert.Null(Lineage.Of(SmallFederation.Register, SmallFederation.Beta14, Today));
}
