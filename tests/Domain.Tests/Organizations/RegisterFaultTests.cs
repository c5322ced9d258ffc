using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;

namespace Responsables.Domain.Tests.Organizations;

public class RegisterFaultTests
{
    private static readonly OrganizationPeriod Newcomer = SmallFederation.Periods[4] with { Code = new("nouvelle") };

    public static TheoryData<string, string?, OrganizationPeriod> Faults => new()
    {
        { RegisterProblems.BadCode, "Nouvelle", Newcomer with { Code = new("Nouvelle") } },
        { RegisterProblems.ReservedCode, "reg-75", Newcomer with { Code = new("reg-75") } },
        { RegisterProblems.Required, "nouvelle", Newcomer with { Name = " " } },
        { RegisterProblems.TooLong, "nouvelle", Newcomer with { ShortName = new('a', 121) } },
        { RegisterProblems.ControlCharacter, "nouvelle", Newcomer with { Network = "a\nb" } },
        { RegisterProblems.BadPlace, "nouvelle", Newcomer with { Department = "2a" } },
        { RegisterProblems.DatesUpsideDown, "nouvelle", Newcomer with { ValidFrom = new(2024, 2, 1), ValidTo = new(2024, 1, 31) } },
        { RegisterProblems.Duplicate, "alpha-75", SmallFederation.Periods[4] },
        { RegisterProblems.Overlap, "beta-75", SmallFederation.Periods[10] with { ValidFrom = new(2023, 1, 1) } },
        { RegisterProblems.Gap, "alpha-14", SmallFederation.Periods[4] with { Code = new("alpha-14"), ValidFrom = new(2024, 1, 2) } },
        { RegisterProblems.NoParent, "nouvelle", Newcomer with { Parent = null } },
        { RegisterProblems.FederationWithParent, "nouvelle", Newcomer with { Kind = OrganizationKind.Federation } },
        { RegisterProblems.UnknownParent, "nouvelle", Newcomer with { Parent = new("personne") } },
        { RegisterProblems.ParentNotActive, "nouvelle", Newcomer with { Parent = SmallFederation.AlphaNormandie } },
        { RegisterProblems.ParentCycle, "nouvelle", Newcomer with { Parent = new("nouvelle") } },
        { RegisterProblems.UnknownSuccessor, "nouvelle", Newcomer with { ValidTo = new(2024, 1, 1), Successors = [new("personne")] } },
        { RegisterProblems.SuccessorsWithoutEnd, "nouvelle", Newcomer with { Successors = [SmallFederation.Alpha75] } },
        { RegisterProblems.SuccessorNotActive, "nouvelle", Newcomer with { ValidTo = new(2022, 1, 1), Successors = [SmallFederation.AlphaNormandie] } },
        { RegisterProblems.SuccessorCycle, "nouvelle", Newcomer with { ValidTo = new(2024, 1, 1), Successors = [new("nouvelle")] } },
        { RegisterProblems.SeveralFederations, "nouvelle", Newcomer with { Kind = OrganizationKind.Federation, Parent = null } },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_fault_is_told_with_the_code_concerned(string code, string? place, OrganizationPeriod added) =>
        Assert.Contains((code, place), Refused([.. SmallFederation.Periods, added]).Select(p => (p.Code, p.Place)));

    [Fact]
    public void A_day_without_a_federation_is_told_once() =>
        Assert.Equal(
            [(RegisterProblems.NoFederation, null)],
            Refused([.. SmallFederation.Periods.Skip(1).Take(1)]).Where(p => p.Code == RegisterProblems.NoFederation).Select(p => (p.Code, p.Place)));

    [Fact]
    public void A_federation_that_ends_before_the_others_leaves_days_without_one()
    {
        var federation = SmallFederation.Periods[0] with { ValidTo = new(2024, 6, 30) };
        var problem = Assert.Single(
            Refused([federation, .. SmallFederation.Periods.Skip(1)]), p => p.Code == RegisterProblems.NoFederation);
        Assert.Equal([new DateOnly(2024, 7, 1)], problem.Arguments);
    }

    [Fact]
    public void All_faults_are_told_together()
    {
        var problems = Refused([
            .. SmallFederation.Periods,
            Newcomer with { Code = new("une"), Parent = new("personne") },
            Newcomer with { Code = new("deux"), Name = "", Region = "?" },
        ]);
        Assert.Equal(
            [("une", RegisterProblems.UnknownParent), ("deux", RegisterProblems.Required), ("deux", RegisterProblems.BadPlace)],
            problems.Select(p => (p.Place!, p.Code)));
    }

    [Fact]
    public void A_ring_of_parents_is_told_once_from_its_smallest_code()
    {
        var problem = Assert.Single(Refused([
            .. SmallFederation.Periods,
            Newcomer with { Code = new("c"), Parent = new("b") },
            Newcomer with { Code = new("b"), Parent = new("a") },
            Newcomer with { Code = new("a"), Parent = new("c") },
        ]));
        Assert.Equal((RegisterProblems.ParentCycle, "a > c > b > a"), (problem.Code, problem.Arguments[0]));
    }

    [Fact]
    public void Two_organisations_may_change_places_over_time() =>
        Assert.IsType<Outcome<OrganizationRegister>.Done>(OrganizationRegister.Of([
            .. SmallFederation.Periods,
            Newcomer with { Code = new("a"), Parent = new("b"), ValidTo = new(2020, 1, 1) },
            Newcomer with { Code = new("a"), Parent = SmallFederation.FundA, ValidFrom = new(2020, 1, 2) },
            Newcomer with { Code = new("b"), Parent = SmallFederation.FundA, ValidTo = new(2020, 1, 1) },
            Newcomer with { Code = new("b"), Parent = new("a"), ValidFrom = new(2020, 1, 2) },
        ]));

    [Theory]
    [InlineData(31, null)]
    [InlineData(32, RegisterProblems.TooDeep)]
    [InlineData(5000, RegisterProblems.TooDeep)]
    public void A_tree_has_at_most_32_levels_above_an_organisation(int chain, string? expected)
    {
        var levels = Enumerable.Range(0, chain).Select(i => Newcomer with
        {
            Code = new($"n{i}"),
            Parent = i == 0 ? SmallFederation.FundA : new OrganizationCode($"n{i - 1}"),
        });
        Assert.Equal(expected, RegisterFaults.In([.. SmallFederation.Periods, .. levels]).Select(f => f.Code).FirstOrDefault());
    }

    [Fact]
    public void A_long_ring_is_refused_too()
    {
        var ring = Enumerable.Range(0, 500).Select(i => Newcomer with { Code = new($"n{i}"), Parent = new($"n{(i + 1) % 500}") });
        Assert.NotEmpty(Refused([.. SmallFederation.Periods, .. ring]));
    }

    [Fact]
    public void A_ring_of_successors_is_told_once()
    {
        var ring = Enumerable.Range(0, 3).Select(i => Newcomer with
        {
            Code = new($"n{i}"),
            ValidTo = new(2020 + i, 12, 31),
            Successors = [new($"n{(i + 1) % 3}")],
        });
        var problem = Assert.Single(Refused([.. SmallFederation.Periods, .. ring]), p => p.Code == RegisterProblems.SuccessorCycle);
        Assert.Equal("n0 > n1 > n2 > n0", problem.Arguments[0]);
    }

    [Fact]
    public void No_period_at_all_makes_an_empty_register()
    {
        var register = Assert.IsType<Outcome<OrganizationRegister>.Done>(OrganizationRegister.Of([])).Value;
        Assert.True(register.At(SmallFederation.EndOf2024).IsEmpty);
    }

    private static IReadOnlyList<Problem> Refused(OrganizationPeriod[] periods) =>
        Assert.IsType<Outcome<OrganizationRegister>.Refused>(OrganizationRegister.Of(periods)).Problems;
}
