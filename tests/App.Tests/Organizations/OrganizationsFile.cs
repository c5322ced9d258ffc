using Responsables.App.Organizations;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.App.Tests.Organizations;

/// <summary>Small files of organisations, and what came of reading them.</summary>
internal static class OrganizationsFile
{
    public const string Header = "code,name,short_name,kind,network,branch,parent,region,department,valid_from,valid_to,successors";
    public const string Federation = "fed,Fédération,Fédé,federation,national,Interbranche,,11,75,,,";
    public const string Fund = "fonds,Caisse nationale,Fonds,national_fund,national,Famille,fed,11,75,,,";

    public static IReadOnlyList<OrganizationPeriod> Read(params string[] lines) => Accepted(OrganizationsCsv.Read(string.Join('\n', lines)));

    public static IReadOnlyList<Problem> Faults(params string[] lines) => Refused(OrganizationsCsv.Read(string.Join('\n', lines)));

    public static T Accepted<T>(Outcome<T> outcome)
    {
        var problems = outcome is Outcome<T>.Refused refused ? refused.Problems : [];
        Assert.Empty(problems.Select(p => $"{p.Place} {p.Code} {string.Join(' ', p.Arguments)}"));
        return Assert.IsType<Outcome<T>.Done>(outcome).Value;
    }

    public static IReadOnlyList<Problem> Refused<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Problems;

    public static IEnumerable<(string Code, string? Place)> Told<T>(Outcome<T> outcome) => Refused(outcome).Select(p => (p.Code, p.Place));

    /// <summary>The same content, written so that two can be compared.</summary>
    public static string Shown(OrganizationPeriod period) => $"{period with { Successors = [] }} {string.Join(' ', period.Successors)}";
}
