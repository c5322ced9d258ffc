using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Database;

/// <summary>How values of the domain are kept: codes as text, enums by name, instants in UTC (so that they sort alike on both engines).</summary>
internal static class Conversions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<Utc>();
        builder.Properties<FrameworkCode>().HaveConversion<Framework>().HaveMaxLength(100);
        builder.Properties<IndicatorCode>().HaveConversion<Indicator>().HaveMaxLength(100);
        builder.Properties<VariableCode>().HaveConversion<Variable>().HaveMaxLength(100);
        builder.Properties<CellKey>().HaveConversion<Cell>().HaveMaxLength(200);
        builder.Properties<OrganizationCode>().HaveConversion<Organization>().HaveMaxLength(100);
        builder.Properties<NodeKey>().HaveConversion<Node>().HaveMaxLength(120);
        builder.Properties<BlockKey>().HaveConversion<Block>().HaveMaxLength(100);
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    private sealed class Framework() : ValueConverter<FrameworkCode, string>(code => code.Value, text => new FrameworkCode(text));

    private sealed class Indicator() : ValueConverter<IndicatorCode, string>(code => code.Value, text => new IndicatorCode(text));

    private sealed class Variable() : ValueConverter<VariableCode, string>(code => code.Value, text => new VariableCode(text));

    private sealed class Cell() : ValueConverter<CellKey, string>(key => key.Value, text => new CellKey(text));

    private sealed class Organization() : ValueConverter<OrganizationCode, string>(code => code.Value, text => new OrganizationCode(text));

    private sealed class Node() : ValueConverter<NodeKey, string>(key => key.Value, text => new NodeKey(text));

    private sealed class Block() : ValueConverter<BlockKey, string>(key => key.Value, text => new BlockKey(text));
}
