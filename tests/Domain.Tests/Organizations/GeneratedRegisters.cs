using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.Domain.Tests.Organizations;

/// <summary>Sound registers of all shapes: each number drawn makes one organisation below one of those before it.</summary>
internal static class GeneratedRegisters
{
    public static readonly OrganizationCode Federation = new("fed");

    private static readonly string?[] Regions = [null, "11", "28", "04"];
    private static readonly string[] Networks = ["Alpha", "Bêta", "", "Régime spécial"];

    /// <summary>Checks a property of the register and a date, over many of both.</summary>
    public static void Hold(Func<OrganizationRegister, DateOnly, bool> property) =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNegativeInt[]>(),
            Gen.Choose(1998, 2032).ToArbitrary(),
            (draws, year) => property(Register(draws), new DateOnly(year, 12, 31)))
        .QuickCheckThrowOnFailure();

    /// <summary>The periods that these numbers make.</summary>
    public static List<OrganizationPeriod> Periods(NonNegativeInt[] draws)
    {
        var made = new List<List<OrganizationPeriod>> { new() { Body(Federation, OrganizationKind.Federation, null, 0) } };
        for (var i = 0; i < draws.Length; i++)
        {
            made.Add(BelowOneOf(made, draws[i].Get, $"o{i}"));
        }

        return made.SelectMany(o => o.SkipLast(1).Append(WithSuccessors(o[^1], made))).ToList();
    }

    public static OrganizationRegister Register(NonNegativeInt[] draws) =>
        ((Outcome<OrganizationRegister>.Done)OrganizationRegister.Of(Periods(draws))).Value;

    private static List<OrganizationPeriod> BelowOneOf(List<List<OrganizationPeriod>> made, int draw, string code)
    {
        var dice = new Random(draw);
        var above = made[dice.Next(made.Count)];
        var first = dice.Next(3) == 0 ? new DateOnly(dice.Next(2000, 2010), 1, 1) : above[0].ValidFrom;
        var last = dice.Next(3) == 0 ? new DateOnly(dice.Next(2011, 2030), 12, 31) : above[^1].ValidTo;
        first = Later(first, above[0].ValidFrom);
        last = Earlier(last, above[^1].ValidTo);
        var whole = Body(new(code), (OrganizationKind)dice.Next(2), above[0].Code, draw) with { ValidFrom = first, ValidTo = last };
        var change = new DateOnly(2010, 6, 15);
        return dice.Next(4) == 0
            ? [whole with { ValidTo = change, Parent = Federation }, whole with { ValidFrom = change.AddDays(1) }]
            : [whole];
    }

    private static OrganizationPeriod WithSuccessors(OrganizationPeriod last, List<List<OrganizationPeriod>> made) =>
        last.ValidTo is not { } day ? last : last with
        {
            Successors = made
                .Where(o => o[0].FirstDay <= day.AddDays(1) && day.AddDays(1) <= o[^1].LastDay)
                .Select(o => o[0].Code)
                .TakeLast(day.Year % 3)
                .ToArray(),
        };

    private static OrganizationPeriod Body(OrganizationCode code, OrganizationKind kind, OrganizationCode? parent, int draw) =>
        new(code, code.Value, code.Value, kind, Networks[draw % 4], Networks[draw / 4 % 4], parent, Regions[draw % 4], Regions[draw / 3 % 4],
            null, null, []);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
