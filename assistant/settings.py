"""What the office sets through CHITHI_… variables. With ``folders`` the only module that reads the environment."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from assistant.folders import user_folder
from checks.errors import UserError


class Endpoint(BaseModel):
    """A server that speaks the OpenAI protocol: CHITHI_LLM__BASE_URL, CHITHI_LLM__API_KEY, CHITHI_LLM__MODEL."""

    base_url: str = ""
    api_key: SecretStr = SecretStr("")
    model: str = ""
    responses: bool = False
    """Speak the Responses API; servers of an office's own (vLLM, Ollama) have Chat Completions only."""
    structured: bool = True
    """Ask for JSON by schema; a server that refuses it is asked again without."""
    timeout: float = Field(default=60, gt=0, le=3600)
    """Seconds to wait for the next piece of an answer."""
    limit: float = Field(default=600, gt=0, le=36_000)
    """Seconds for a whole answer, however steadily it comes."""
    retries: int = Field(default=2, ge=0, le=10)


TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")


def forbid_tracing() -> None:
    """Keep LangChain from sending prompts to its makers, whatever the machine's variables say. Before its import."""
    os.environ.update(dict.fromkeys(TRACING, "false"))


class Settings(BaseSettings):
    """CHITHI_DATA: the office's own folder; CHITHI_INDEX: which search engine; CHITHI_LLM__…: the model.

    CHITHI_EMBEDDING: a model of the same server that makes vectors of texts, for the search.
    """

    model_config = SettingsConfigDict(
        env_prefix="CHITHI_", env_nested_delimiter="__", env_ignore_empty=True, frozen=True
    )

    data: Path = Field(default_factory=user_folder)
    index: str = "embedded"
    llm: Endpoint = Endpoint()
    embedding: str = ""

    @field_validator("data")
    @classmethod
    def _absolute(cls, data: Path) -> Path:
        return data.expanduser().absolute()


def load() -> Settings:
    """The settings of this process. Raises UserError when a variable cannot be understood or names a file as the folder."""
    try:
        settings = Settings()
    except (SettingsError, ValidationError) as error:
        # A structure given as one variable is the only thing that fails before it is validated.
        loc = error.errors()[0]["loc"] if isinstance(error, ValidationError) else ("llm",)
        name = "CHITHI_" + "__".join(str(part) for part in loc).upper()
        raise UserError(f"Không hiểu giá trị của biến {name}: hãy sửa hoặc bỏ biến này rồi thử lại.") from error
    if settings.data.is_file():
        raise UserError(
            f"Thư mục dữ liệu {settings.data} là một tệp: hãy đặt biến CHITHI_DATA là một thư mục rồi thử lại."
        )
    return settings
