Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

. (Join-Path $PSScriptRoot 'TqrsFolder.ps1')
. (Join-Path $PSScriptRoot 'TqrsCredential.ps1')
. (Join-Path $PSScriptRoot 'TqrsService.ps1')
